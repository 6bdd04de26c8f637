using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

/// <summary>Serves <see cref="OneStreet"/> from its file.</summary>
public sealed class StreetServer : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    internal TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartOn(OneStreet.Write(folder));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();
}
