namespace SpatialPlanner.Engine.Districts;

/// <summary>The facilities of a district, one entry each, in the order of their ids.</summary>
public sealed class FacilityColumns
{
    /// <summary>Id in the source.</summary>
    public required string[] Id { get; init; }

    /// <summary>Local east, metres.</summary>
    public required double[] X { get; init; }

    /// <summary>Local north, metres.</summary>
    public required double[] Y { get; init; }

    /// <summary>Services of each facility: bit s is set where it gives service s of the rule pack.</summary>
    public required ulong[] Services { get; init; }

    /// <summary>True where the facility is open; closed, planned and repurposed ones serve nobody.</summary>
    public required bool[] IsOpen { get; init; }

    /// <summary>A capacity that the data do not tell.</summary>
    public const int UnknownCapacity = -1;

    /// <summary>Places of each facility, all its services together, or <see cref="UnknownCapacity"/>.</summary>
    public int[] Capacity
    {
        get => field ??= [.. Enumerable.Repeat(UnknownCapacity, Count)];
        init;
    }

    /// <summary>Number of facilities.</summary>
    public int Count => Id.Length;

    /// <summary>The open facilities of a service, rising.</summary>
    /// <param name="service">Service, as its place in the rule pack.</param>
    public int[] OpenWith(int service)
    {
        var found = new List<int>();
        for (var f = 0; f < Count; f++)
        {
            if (IsOpen[f] && (Services[f] >> service & 1) != 0)
            {
                found.Add(f);
            }
        }

        return [.. found];
    }
}
