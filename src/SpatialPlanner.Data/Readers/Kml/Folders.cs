namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>The folders around a place in a KML file.</summary>
internal sealed class Folders
{
    private const int MostNested = 1000;
    private readonly List<(int Depth, bool IsFolder, string Name)> _open = [];
    private string? _path;

    /// <summary>Names of the folders, parted by slashes; empty outside of all.</summary>
    public string Path => _path ??= string.Join('/', _open.Where(f => f.IsFolder && f.Name.Length > 0).Select(f => f.Name.Replace('/', '／')));

    /// <summary>Name of the outermost folder; null outside of all.</summary>
    public string? Top => _open.FirstOrDefault(f => f.IsFolder && f.Name.Length > 0).Name;

    /// <summary>Goes into a folder or document.</summary>
    public void Enter(int depth, bool isFolder)
    {
        if (_open.Count >= MostNested)
        {
            throw new System.Xml.XmlException($"folders are nested more than {MostNested} deep");
        }

        _open.Add((depth, isFolder, string.Empty));
    }

    /// <summary>Goes out of the folders that do not hold what stands at a depth.</summary>
    public void Leave(int depth)
    {
        while (_open.Count > 0 && _open[^1].Depth >= depth)
        {
            _open.RemoveAt(_open.Count - 1);
            _path = null;
        }
    }

    /// <summary>True for a child of the innermost folder.</summary>
    public bool IsChild(int depth) => _open.Count > 0 && _open[^1].Depth == depth - 1;

    /// <summary>Names the innermost folder.</summary>
    public void Name(string name)
    {
        _open[^1] = _open[^1] with
        {
            Name = name,
        };
        _path = null;
    }
}
