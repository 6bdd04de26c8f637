using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Changes that are laid over a district without touching it.</summary>
/// <param name="Modifications">The changes, in order.</param>
public sealed record Scenario(IReadOnlyList<Modification> Modifications)
{
    /// <summary>
    /// The district with the changes: it shares every column of the base but those of the facilities. Added facilities
    /// come after the existing ones, in order.
    /// </summary>
    /// <param name="district">The base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change names a facility that does not exist.</exception>
    public District ApplyTo(District district)
    {
        var facilities = new FacilityEditor(district);
        foreach (var modification in Modifications)
        {
            facilities.Apply(modification);
        }

        return district.With(facilities.Columns(), facilities.Links());
    }

    private sealed class FacilityEditor(District district)
    {
        private readonly List<string> ids = [.. district.Facilities.Id];
        private readonly List<double> xs = [.. district.Facilities.X];
        private readonly List<double> ys = [.. district.Facilities.Y];
        private readonly List<ulong> services = [.. district.Facilities.Services];
        private readonly List<bool> isOpen = [.. district.Facilities.IsOpen];
        private readonly HashSet<int> relinked = [];

        public void Apply(Modification modification)
        {
            switch (modification)
            {
                case Modification.AddFacility add:
                    relinked.Add(ids.Count);
                    ids.Add($"+{ids.Count - district.Facilities.Count + 1}");
                    xs.Add(add.X);
                    ys.Add(add.Y);
                    services.Add(add.Services);
                    isOpen.Add(true);
                    break;
                case Modification.CloseFacility close:
                    isOpen[Existing(close.Facility)] = false;
                    break;
                case Modification.MoveFacility move:
                    relinked.Add(Existing(move.Facility));
                    (xs[move.Facility], ys[move.Facility]) = (move.X, move.Y);
                    break;
            }
        }

        public FacilityColumns Columns() => new()
        {
            Id = [.. ids],
            X = [.. xs],
            Y = [.. ys],
            Services = [.. services],
            IsOpen = [.. isOpen],
        };

        public Linkage Links()
        {
            var builder = new LinkageBuilder();
            for (var f = 0; f < ids.Count; f++)
            {
                if (relinked.Contains(f))
                {
                    district.PlaceLinker.Link(xs[f], ys[f], builder);
                }
                else
                {
                    builder.AddAll(district.FacilityLinks, f);
                }

                builder.EndPoint();
            }

            return builder.Build();
        }

        private int Existing(int facility) =>
            facility >= 0 && facility < ids.Count
                ? facility
                : throw new ArgumentOutOfRangeException(
                    nameof(facility), facility, "No such facility; take one of the district's.");
    }
}
