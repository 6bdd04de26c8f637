using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Changes to the facilities of a district; those that are there keep their numbers.</summary>
internal sealed class FacilityEdit(FacilityColumns facilities)
{
    private readonly SortedSet<int> changed = [];
    private readonly HashSet<int> moved = [];
    private readonly List<string> ids = [.. facilities.Id];
    private readonly List<double> xs = [.. facilities.X];
    private readonly List<double> ys = [.. facilities.Y];
    private readonly List<ulong> services = [.. facilities.Services];
    private readonly List<bool> isOpen = [.. facilities.IsOpen];
    private readonly List<int> capacity = [.. facilities.Capacity];

    /// <summary>Facilities that are other than they were.</summary>
    public IReadOnlySet<int> Changed => changed;

    /// <summary>Facilities that stand elsewhere than before, or are new.</summary>
    public IReadOnlySet<int> Moved => moved;

    /// <summary>Makes a change, if it is one of facilities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names a facility that does not exist.</exception>
    public void Apply(Modification modification)
    {
        switch (modification)
        {
            case Modification.AddFacility add:
                moved.Add(ids.Count);
                changed.Add(ids.Count);
                ids.Add($"+{ids.Count - facilities.Count + 1}");
                xs.Add(add.X);
                ys.Add(add.Y);
                services.Add(add.Services);
                isOpen.Add(true);
                capacity.Add(add.Capacity);
                break;
            case Modification.CloseFacility close:
                isOpen[Existing(close.Facility)] = false;
                break;
            case Modification.SetServices set:
                services[Existing(set.Facility)] = set.Services;
                break;
            case Modification.MoveFacility move:
                moved.Add(Existing(move.Facility));
                (xs[move.Facility], ys[move.Facility]) = (move.X, move.Y);
                break;
        }
    }

    /// <summary>The facilities with the changes.</summary>
    public FacilityColumns Columns() => changed.Count == 0 ? facilities : new()
    {
        Id = [.. ids],
        X = [.. xs],
        Y = [.. ys],
        Services = [.. services],
        IsOpen = [.. isOpen],
        Capacity = [.. capacity],
    };

    private int Existing(int facility)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(facility);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(facility, ids.Count);
        changed.Add(facility);
        return facility;
    }
}
