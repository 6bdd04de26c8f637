using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Features;
using SpatialPlanner.Data.Readers.Osm.Formats;
using SpatialPlanner.Data.Readers.Osm.Network;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm;

/// <summary>Reads OpenStreetMap files (PBF, XML, XML in gzip) into the layers of a workspace.</summary>
public static class OsmReader
{
    /// <summary>True where a file is OpenStreetMap data by its name or its first bytes.</summary>
    /// <param name="path">The file.</param>
    public static bool Recognises(string path) =>
        OsmFormats.IsOsmName(path)
        || (File.Exists(path) && OsmFormats.Sniff(path) is OsmFormat.Pbf or OsmFormat.Xml or OsmFormat.XmlGz);

    /// <summary>Reads the layers wanted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pack">Says which tags make a facility of a service.</param>
    /// <param name="options">Which layers are wanted.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="Problems.InputException">The file cannot be used.</exception>
    public static LayerBatch Read(
        string path, RulePack pack, OsmReadOptions options, IProgress<Progress>? progress, CancellationToken ct)
    {
        var problems = new OsmProblems(path);
        var data = Load(path, problems, progress, ct);
        var layers = new OsmLayers();
        if (options.Wants(WorkspaceLayers.WalkEdges))
        {
            AddNetwork(layers, data, problems, ct);
        }

        new OsmFeatures(data, pack, options, problems, layers).Read(ct);
        return layers.ToBatch(path, problems);
    }

    /// <summary>Reads the walk network alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="Problems.InputException">The file cannot be used.</exception>
    public static LayerBatch ReadNetwork(string path, IProgress<Progress>? progress, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw OsmErrors.NotThere(path, Directory.Exists(path));
        }

        var problems = new OsmProblems(path);
        var layers = new OsmLayers();
        AddNetwork(layers, Load(path, problems, progress, ct), problems, ct);
        return layers.ToBatch(path, problems);
    }

    private static void AddNetwork(OsmLayers layers, OsmData data, OsmProblems problems, CancellationToken ct)
    {
        var before = problems.RejectedCount;
        layers.AddAll(WorkspaceLayers.WalkEdges, WalkEdges.Of(data, problems, ct));
        layers.CountRejected(WorkspaceLayers.WalkEdges, problems.RejectedCount - before);
    }

    /// <summary>Reads all objects of a file.</summary>
    internal static OsmData Load(string path, OsmProblems problems, IProgress<Progress>? progress, CancellationToken ct)
    {
        var (columns, pool) = (new OsmColumns(), new StringPool());
        switch (OsmFormats.Sniff(path))
        {
            case OsmFormat.Empty: throw OsmErrors.Empty(path);
            case OsmFormat.Bz2: throw OsmErrors.Bzip2(path);
            case OsmFormat.Xml: new OsmXmlReader(columns, pool, problems).Read(path, gzip: false, progress, ct); break;
            case OsmFormat.XmlGz: new OsmXmlReader(columns, pool, problems).Read(path, gzip: true, progress, ct); break;
            case OsmFormat.Pbf: PbfReader.Read(path, columns, pool, problems, progress, ct); break;
            default: throw OsmErrors.NotOsm(path, "开头既不是 OSM XML 也不是 PBF", "it begins neither as OSM XML nor as PBF");
        }

        return columns.ObjectCount == 0 ? throw OsmErrors.NoObjects(path) : new OsmData(columns, pool, problems);
    }
}
