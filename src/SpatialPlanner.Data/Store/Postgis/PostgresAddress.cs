using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>
/// Where a workspace in a database is:
/// <c>postgres://user:password@host:port/database?schema=NAME&amp;sslmode=require</c>, each part but the scheme optional;
/// <c>host=/folder</c> among the parameters is a folder with a socket. What is left out comes from libpq's variables
/// (PGUSER, PGPASSWORD, PGPASSFILE).
/// </summary>
internal sealed partial record PostgresAddress
{
    /// <summary>Schema of a workspace whose address names none.</summary>
    public const string DefaultSchema = "spatial_planner";

    /// <summary>A name of PostgreSQL has 63 bytes; copies of former workspaces add version and time to it.</summary>
    public const int LongestNewSchema = 40;

    private const int LongestSchema = 63;

    private PostgresAddress(string schema, string shown, string connectionString) =>
        (Schema, Shown, ConnectionString) = (schema, shown, connectionString);

    /// <summary>Schema with the tables.</summary>
    public string Schema { get; }

    /// <summary>The address for people: without the password.</summary>
    public string Shown { get; }

    /// <summary>What Npgsql is given; holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>True where a location is meant to be a database.</summary>
    public static bool Is(string location) =>
        location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text with the passwords of addresses in it left out.</summary>
    public static string WithoutPasswords(string text) => Password().Replace(text, "$1***@");

    /// <summary>Reads an address.</summary>
    /// <exception cref="InputException">It cannot be read; the message does not repeat it.</exception>
    public static PostgresAddress Parse(string location)
    {
        var match = Parts().Match(location);
        var builder = new NpgsqlConnectionStringBuilder();
        var schema = DefaultSchema;
        try
        {
            if (!match.Success)
            {
                throw new FormatException("it is not of the form postgres://user@host:port/database?schema=name");
            }

            string Part(string name) => Uri.UnescapeDataString(match.Groups[name].Value);
            builder.Host = Part("host") is { Length: > 0 } host ? host.Trim('[', ']') : "localhost";
            builder.Port = Part("port") is { Length: > 0 } port ? int.Parse(port, CultureInfo.InvariantCulture) : 5432;
            builder.Username = Part("user") is { Length: > 0 } user ? user : null;
            builder.Password = Part("password") is { Length: > 0 } password ? password : null;
            builder.Database = Part("database") is { Length: > 0 } database ? database : null;
            foreach (var pair in match.Groups["query"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                Apply(builder, ref schema, pair);
            }
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            // What Npgsql says of a bad value may repeat it.
            var why = e is FormatException ? e.Message : "a value in it is not allowed";
            throw StoreErrors.Fatal(
                "postgres://", $"数据库地址无法理解：{why}", $"the address of the database cannot be understood: {why}",
                "写成 postgres://用户@主机:端口/数据库?schema=名称", "write postgres://user@host:port/database?schema=name");
        }

        // Each connection has its own use; without pooling what is closed is closed.
        builder.Pooling = false;
        builder.ApplicationName = $"planner {Environment.ProcessId} on {Environment.MachineName}";
        builder.Timeout = 10;
        builder.CommandTimeout = 0;
        builder.IncludeErrorDetail = false;
        return new(schema, Show(builder, schema), builder.ConnectionString);
    }

    private static void Apply(NpgsqlConnectionStringBuilder builder, ref string schema, string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = at < 0 ? (pair, string.Empty) : (pair[..at], Uri.UnescapeDataString(pair[(at + 1)..]));
        switch (key)
        {
            case "schema" when value.Length <= LongestSchema && SchemaName().IsMatch(value)
                    && !value.StartsWith("pg_", StringComparison.Ordinal) && value is not ("public" or "information_schema"):
                schema = value;
                break;
            case "schema":
                throw new FormatException(
                    $"schema must be a name of its own of up to {LongestSchema} of the characters a-z, 0-9 and _");
            case "host":
                builder.Host = value;
                break;
            case "port":
                builder.Port = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "sslmode":
                builder.SslMode = Enum.Parse<SslMode>(value.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
                break;
            default:
                throw new FormatException("known parameters are schema, host, port and sslmode");
        }
    }

    private static string Show(NpgsqlConnectionStringBuilder builder, string schema)
    {
        var user = builder.Username is { Length: > 0 } name ? $"{name}@" : string.Empty;
        var socket = builder.Host!.StartsWith('/');
        var host = socket ? string.Empty : builder.Port == 5432 ? builder.Host : $"{builder.Host}:{builder.Port}";
        return $"postgres://{user}{host}/{builder.Database}?schema={schema}{(socket ? $"&host={builder.Host}" : string.Empty)}";
    }

    [GeneratedRegex(
        @"^postgres(ql)?://((?<user>[^:@/?]*)(:(?<password>[^@/?]*))?@)?(?<host>\[[^\]]*\]|[^:/?@]*)(:(?<port>\d+))?(/(?<database>[^/?]*))?(\?(?<query>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(postgres(?:ql)?://[^:@/?\s]*:)[^\s]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex SchemaName();
}
