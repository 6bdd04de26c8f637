using System.Text;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

/// <summary>What other programs write and call GeoJSON.</summary>
public sealed class GeoJsonOddFilesTests : IDisposable
{
    private const string Feature = "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"a\",\"name\":\"b\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[108,34]}}";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LinesOfFeaturesMayHaveBlankLinesBetween()
    {
        var read = TakenFile.Read(_folder.Write("l.geojsonl", $"\n{Feature}\n\n{Feature.Replace("\"id\":1", "\"id\":2", StringComparison.Ordinal)}\n\n"), Facilities);
        Assert.Equal(["1", "2"], read.Column("id"));
    }

    [Fact]
    public void APropertyThatComesTwiceIsTold()
    {
        var read = TakenFile.Read(_folder.Write("d.geojson", Feature), Facilities);
        Assert.Equal(["b"], read.Column("name"));
        read.Told("come twice");
    }

    [Theory]
    [InlineData("[" + Feature + "]", "is a list")]
    [InlineData("{\"code\":0,\"data\":{\"type\":\"FeatureCollection\",\"features\":[]}}", "inside 'data'")]
    [InlineData("{\"result\":{\"n\":1,\"layers\":[{\"geo\":{\"features\":[],\"type\":\"FeatureCollection\"}}]}}", "inside 'result.layers[].geo'")]
    [InlineData("{\"geometryType\":\"esriGeometryPoint\",\"features\":[{\"attributes\":{},\"geometry\":{\"x\":1,\"y\":2}}]}", "Esri JSON")]
    [InlineData("{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}", "TopoJSON")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"n\":NaN},\"geometry\":null}", "NaN")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"n\":-Infinity},\"geometry\":null}", "Infinity")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1e999,0]}", "should be a number|must be a number")]
    public void WhatTheFileIsInsteadIsSaid(string json, string words)
    {
        var problem = TakenFile.Refused(_folder.Write("x.geojson", json), Facilities);
        Assert.Contains(words.Split('|'), w => problem.What.En.Contains(w, StringComparison.Ordinal));
        Assert.NotNull(problem.Place);
    }

    [Fact]
    public void NestingWithoutEndIsRefused()
    {
        foreach (var open in new[] { "[", "{\"a\":" })
        {
            var json = "{\"type\":\"Feature\",\"x\":" + string.Concat(Enumerable.Repeat(open, 100_000));
            Assert.Contains("nested", TakenFile.Refused(_folder.Write("n.geojson", json), Facilities).What.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ATextOfManyMegabytesIsNotCollected()
    {
        using (var stream = File.Create(_folder.File("t.geojson")))
        {
            stream.Write("{\"type\":\"Feature\",\"properties\":{\"name\":\""u8);
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 130; i++)
            {
                stream.Write(block);
            }

            stream.Write("\"},\"geometry\":null}"u8);
        }

        Assert.Contains("longer than 64 MB", TakenFile.Refused(_folder.File("t.geojson"), Facilities).What.En, StringComparison.Ordinal);
    }
}
