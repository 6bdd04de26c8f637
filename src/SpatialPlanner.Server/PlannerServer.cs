using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Hosting;
using SpatialPlanner.Server.Imports;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server;

/// <summary>The API and the map over one workspace.</summary>
public static class PlannerServer
{
    private const long LargestRequestBytes = 1 << 20;

    /// <summary>Serves until cancelled or told to stop by Ctrl+C or SIGTERM; open answers are finished first.</summary>
    /// <param name="options">What to serve, and where.</param>
    /// <param name="listening">Told the chosen addresses once they are open.</param>
    /// <param name="cancel">Stops the server.</param>
    /// <exception cref="InputException">The options cannot be used, or an address is taken.</exception>
    public static async Task RunAsync(
        PlannerServerOptions options, Action<IReadOnlyCollection<string>> listening, CancellationToken cancel)
    {
        await using var app = Build(options);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw InputException.Fatal(
                "--urls", null,
                new($"无法监听 {options.Urls}：{e.Message}", $"cannot listen on {options.Urls}: {e.Message}"),
                new("停掉占用该端口的程序，或换一个端口（0 表示任选）",
                    "stop what uses the port, or give another one (0 takes a free one)"),
                e);
        }

        listening([.. app.Urls]);
        await app.WaitForShutdownAsync(cancel);
    }

    /// <summary>Makes the host; it loads the workspace once started.</summary>
    /// <param name="options">What to serve, and where.</param>
    /// <exception cref="InputException">The options cannot be used.</exception>
    public static WebApplication Build(PlannerServerOptions options) =>
        Build(options, cancel => SnapshotLoader.Load(options, cancel));

    /// <summary>Makes the host with another way to load: tests serve layers made by hand.</summary>
    internal static WebApplication Build(PlannerServerOptions options, Func<CancellationToken, Snapshot> load)
    {
        BaseMapOrigins.Check(options.BaseMapOrigins);
        var web = WebFolder.Find(options.WebRoot);
        // The empty builder looks at no settings file and no environment: the options are all there is.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(ListenAddresses.Parse(options.Urls, options.AllowRemote));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBytes;
        });
        AddServices(builder, options, load);
        var app = builder.Build();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<SecurityMiddleware>();
        app.UseResponseCompression();
        app.Use(next => context =>
        {
            // Whatever can be read can be asked for its headers; the host knows the former method and sends no body.
            context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
            return next(context);
        });
        app.UseStaticPage(web);
        app.UseRouting();
        app.MapRoutes();
        return app;
    }

    private static void AddServices(
        WebApplicationBuilder builder, PlannerServerOptions options, Func<CancellationToken, Snapshot> load)
    {
        var services = builder.Services;
        // Standard output belongs to the command's own result.
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            // A host that cannot start says so by its exception, which becomes a sentence; the log would add a stack trace.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddRoutingCore();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddPlannerOpenApi();
        services.AddResponseCompression(o => o.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", ProblemDocument.MediaType]);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        // Shorter than what the command line grants before it ends the process.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<JobStore>();
        services.AddSingleton<ImportSessions>();
        services.AddSingleton<KeptStreets>();
        services.AddSingleton(provider => new SnapshotStore(
            options.WorkspacePath, load, provider.GetRequiredService<ILogger<SnapshotStore>>()));
        services.AddHostedService(provider => provider.GetRequiredService<SnapshotStore>());
    }
}
