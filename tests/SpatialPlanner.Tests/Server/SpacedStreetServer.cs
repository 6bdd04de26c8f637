using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Server;

/// <summary>
/// Serves <see cref="OneStreet"/> with three idle spaces of 400 m² on the ground floor: <c>S1</c> at the east end, <c>S2</c> at
/// 1,500 m, <c>S3</c> at 600 m. The limit of meals is 600 m, of which 20 m lead to the street and from it. The canteen at the
/// west end covers houses 0 to 5, each with one person of 65; S1 would cover 15 to 20, S2 10 to 20, S3 1 to 11.
/// </summary>
public sealed class SpacedStreetServer : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    internal TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = OneStreet.Write(folder);
        using (var workspace = Workspaces.Open(path))
        {
            workspace.Commit(Rows.Batch(IdleSpaces, Space("S1", 2000), Space("S2", 1500), Space("S3", 600)), Rows.Source, false);
        }

        Server = await TestServer.StartOn(path);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private static SpatialPlanner.Data.Layers.LayerRow Space(string id, double east)
    {
        var (lon, lat) = OneStreet.At(east, -10);
        return Rows.Of(
            IdleSpaces, new Point(new Coordinate(lon, lat)), ("id", id), ("name", $"空间 {id}"), ("floor_area_m2", 400.0), ("storey", 1L),
            ("cost_cny", 100_000.0), ("status", "candidate"));
    }
}
