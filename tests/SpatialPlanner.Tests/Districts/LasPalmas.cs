using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

/// <summary>Las Palmas of OpenStreetMap, read and loaded once for all tests that ask for it.</summary>
public sealed class LasPalmas
{
    private readonly Lazy<LoadedDistrict> loaded = new(() => LoadedSample.Load(
        OsmReader.Read(SharedData.Path("las-palmas", "las-palmas-2023.osm.pbf"), Pack.Default, new OsmReadOptions(), null, default)));

    public LoadedDistrict Loaded => loaded.Value;
}
