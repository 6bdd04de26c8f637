using Npgsql;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Data.Store.Postgis;

namespace SpatialPlanner.Tests.Store;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://u:p%40ss%2F@h:6000/db?schema=west", "postgres://u@h:6000/db?schema=west", "h", 6000, "db", "u", "p@ss/")]
    [InlineData("postgresql://h/db", "postgres://h/db?schema=spatial_planner", "h", 5432, "db", null, null)]
    [InlineData("POSTGRES://u@/db?host=/tmp/s", "postgres://u@/db?schema=spatial_planner&host=/tmp/s", "/tmp/s", 5432, "db", "u", null)]
    [InlineData("postgres://[::1]:77/db?sslmode=verify-full", "postgres://::1:77/db?schema=spatial_planner", "::1", 77, "db", null, null)]
    [InlineData("postgres://", "postgres://localhost/?schema=spatial_planner", "localhost", 5432, null, null, null)]
    public void AnAddressIsReadAndShownWithoutItsPassword(
        string location, string shown, string host, int port, string? database, string? user, string? password)
    {
        var address = PostgresAddress.Parse(location);
        Assert.Equal(shown, address.Shown);
        var read = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        Assert.Equal((host, port, database, user, password), (read.Host, read.Port, read.Database, read.Username, read.Password));
    }

    [Theory]
    [InlineData("postgres://u:geheim@h:port/db")]
    [InlineData("postgres://u:geheim@h:99999999999/db")]
    [InlineData("postgres://u:geheim@h/db?schema=a;drop")]
    [InlineData("postgres://u:geheim@h/db?schema=public")]
    [InlineData("postgres://u:geheim@h/db?schema=pg_temp")]
    [InlineData("postgres://u:geheim@h/db?schema=a234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("postgres://u:geheim@h/db?sslmode=geheim")]
    [InlineData("postgres://u:geheim@h/db?password=geheim")]
    [InlineData("postgres://u:ge@heim@h/db/more")]
    public void WhatCannotBeReadIsRefusedAndNotRepeated(string location)
    {
        var line = Assert.Throws<InputException>(() => Workspaces.Open(location)).ToString();
        Assert.DoesNotContain("heim", line, StringComparison.Ordinal);
        Assert.Contains("postgres://user@host", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a 'postgres://u:ge@heim@h/db' b", "a 'postgres://u:***@h/db' b")]
    [InlineData("no postgres://u@h/db here", "no postgres://u@h/db here")]
    public void PasswordsAreTakenOutOfTexts(string text, string expected) =>
        Assert.Equal(expected, Workspaces.WithoutPasswords(text));
}
