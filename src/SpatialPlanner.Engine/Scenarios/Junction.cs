using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>
/// The nodes of a junction in an edited network: one for the streets, and two more where residents' edges meet (see
/// <see cref="WalkNetwork"/>). Nodes that are not there yet come when an edge needs them.
/// </summary>
internal sealed class Junction(NetworkEdit edit)
{
    private const int None = -1;
    private int street = None;
    private int leaving = None;
    private int entering = None;

    /// <summary>A junction of the network that is edited.</summary>
    public Junction(NetworkEdit edit, int streetNode, int leavingNode, int enteringNode)
        : this(edit)
    {
        (street, leaving, entering) = (streetNode, leavingNode, enteringNode);
    }

    /// <summary>The node from which a walk that starts on an edge leaves, and the one by which a walk that ends there comes.</summary>
    public (int Start, int End) Of(bool residentsOnly)
    {
        if (residentsOnly && leaving == None)
        {
            (leaving, entering) = (edit.NewNode(), edit.NewNode());
            Join(street != None);
        }
        else if (!residentsOnly && street == None)
        {
            street = edit.NewNode();
            Join(leaving != None);
        }

        return residentsOnly ? (leaving, entering) : (street, street);
    }

    private void Join(bool both)
    {
        if (both)
        {
            edit.AddStep(leaving, street);
            edit.AddStep(street, entering);
        }
    }
}
