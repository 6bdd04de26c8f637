using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Changes to gates and paths of a district.</summary>
internal sealed class WayEdit(District district)
{
    private readonly List<Modification.AddPath> paths = [];
    private readonly SortedDictionary<int, bool> gates = [];
    private readonly SortedSet<int> closedPaths = [];

    /// <summary>Notes a change, if it is one of gates or paths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names a gate or an edge that does not exist.</exception>
    public void Apply(Modification modification)
    {
        switch (modification)
        {
            case Modification.OpenGate open:
                gates[Existing(open.Gate, district.PlaceLinker.Gates.Count)] = true;
                break;
            case Modification.CloseGate close:
                gates[Existing(close.Gate, district.PlaceLinker.Gates.Count)] = false;
                break;
            case Modification.ClosePath close:
                closedPaths.Add(Existing(close.Edge, district.Network.EdgeCount));
                break;
            case Modification.AddPath add:
                paths.Add(add);
                break;
        }
    }

    /// <summary>The ways after the changes; the order among them does not matter, what is closed goes first.</summary>
    public Ways Build()
    {
        var (network, linker) = (district.Network, district.PlaceLinker);
        var turned = gates.Where(g => linker.Gates[g.Key].Gate.IsOpen != g.Value).ToList();
        if (turned.Count + closedPaths.Count + paths.Count == 0)
        {
            var none = new Relinking.Change(new HashSet<int>(), [], [], new HashSet<int>(), new HashSet<int>());
            return new(network, linker, [], [], new(linker, network.Edges, none), true);
        }

        var edit = new NetworkEdit(network);
        var joiner = new PathJoiner(linker, edit);
        var editor = new GateEditor(network, linker, edit, joiner);
        foreach (var edge in closedPaths)
        {
            edit.Close(edge);
        }

        editor.Close(turned.Where(g => !g.Value).Select(g => g.Key));
        foreach (var (gate, _) in turned.Where(g => g.Value))
        {
            editor.Open(gate);
        }

        paths.ForEach(joiner.Add);
        return Finish(edit, turned);
    }

    private Ways Finish(NetworkEdit edit, List<KeyValuePair<int, bool>> turned)
    {
        var linker = district.PlaceLinker;
        var network = edit.IsEmpty ? district.Network : edit.Build();
        var states = turned.ToDictionary();
        var after = linker.With(network, Compounds(linker, states), edit.Closed, edit.Linkable);
        HashSet<int> Turned(bool open) => [.. turned.Where(g => g.Value == open).Select(g => linker.Gates[g.Key].Compound)];
        var parts = edit.Parts.ToList();
        HashSet<int> partEdges = [.. parts.Select(p => p.Edge)];
        var change = new Relinking.Change(
            edit.Closed, parts, [.. edit.Linkable.Where(e => !partEdges.Contains(e))], Turned(true), Turned(false));
        return new(
            network, after, [.. edit.Closed.Union(edit.Detached).Order()], edit.TouchedNodes(),
            new(after, network.Edges, change), false);
    }

    private static List<CompoundWall> Compounds(PlaceLinker linker, Dictionary<int, bool> states)
    {
        var (compounds, gate) = (new List<CompoundWall>(), 0);
        foreach (var compound in linker.Compounds)
        {
            var first = gate;
            gate += compound.Gates.Count;
            compounds.Add(!states.Keys.Any(g => g >= first && g < first + compound.Gates.Count) ? compound : compound with
            {
                Gates = [.. compound.Gates.Select((g, i) => g with { IsOpen = states.GetValueOrDefault(first + i, g.IsOpen) })],
            });
        }

        return compounds;
    }

    private static int Existing(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, count);
        return number;
    }

    /// <summary>The ways of a district after some changes.</summary>
    public sealed record Ways(
        WalkNetwork Network, PlaceLinker Linker, IReadOnlyList<int> Edges, IReadOnlyList<int> Nodes, Relinking Relinking,
        bool IsEmpty);
}
