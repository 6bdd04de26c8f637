using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export;

/// <summary>Collects what the user should know about an export, with the ids of the rows that it concerns.</summary>
internal sealed class ExportNotes
{
    private const int IdsNamed = 20;
    private readonly List<LocalText> _general = [];
    private readonly Dictionary<Func<string, LocalText>, (List<string> Ids, long Count)> _byRow = [];

    /// <summary>All notes, those about the whole file first.</summary>
    public IReadOnlyList<LocalText> All => [.. _general, .. _byRow.Select(pair => pair.Key(Named(pair.Value)))];

    /// <summary>Notes something about the whole file.</summary>
    public void Add(LocalText note) => _general.Add(note);

    /// <summary>Notes something about a row.</summary>
    /// <param name="note">Makes the note of the ids; the same object for the same kind of note.</param>
    /// <param name="id">Id of the row.</param>
    public void Add(Func<string, LocalText> note, string id)
    {
        var (ids, count) = _byRow.TryGetValue(note, out var known) ? known : ([], 0);
        if (ids.Count < IdsNamed && !ids.Contains(id))
        {
            ids.Add(id);
        }

        _byRow[note] = (ids, count + 1);
    }

    private static string Named((List<string> Ids, long Count) rows) =>
        string.Join(", ", rows.Ids) + (rows.Count > IdsNamed ? $", … ({rows.Count})" : string.Empty);
}
