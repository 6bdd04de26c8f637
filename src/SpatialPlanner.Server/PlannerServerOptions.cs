using SpatialPlanner.Data.Results;

namespace SpatialPlanner.Server;

/// <summary>What <c>planner serve</c> is told.</summary>
public sealed record PlannerServerOptions
{
    /// <summary>Address listened on unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Workspace to serve: the path of a file or the address of a database, maybe with a password.</summary>
    public required string WorkspacePath { get; init; }

    /// <summary>Addresses to listen on, joined by <c>;</c>; port 0 takes a free one.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Folder of the page; null looks for <c>web/</c> from the program's folder upwards.</summary>
    public string? WebRoot { get; init; }

    /// <summary>Rule pack that takes the place of the workspace's own: its id or file; null leaves that one.</summary>
    public string? RulePackPath { get; init; }

    /// <summary>True where the user says that other machines may read the workspace.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Origins (<c>https://host</c>) that the page may load an online base map from; none by default.</summary>
    public IReadOnlyList<string> BaseMapOrigins { get; init; } = [];

    /// <summary>Told the answer of every service each time the workspace has been loaded.</summary>
    public Action<IReadOnlyList<ServiceAnswer>>? Loaded { get; init; }
}
