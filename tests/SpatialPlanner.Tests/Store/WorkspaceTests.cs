using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

/// <summary>What a workspace does, whatever store holds it: the same tests run on both.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private readonly StorePlaces _places = new();

    public void Dispose() => _places.Dispose();

    [Theory, GeoPackageStore, PostgisStore]
    public void EveryTypeOfValueComesBackAsItWentIn(StoreKind store)
    {
        using var workspace = _places.New(store);
        var row = Rows.Of(
            WalkEdges, new LineString([new(108.9, 34.2), new(108.91, 34.21), new(108.92, 34.2)]),
            ("id", "e1"), ("name", "\"引号\" & 'apostrophe' 🚶; DROP TABLE"), ("length_mm", 123456789012L),
            ("steps", true), ("bridge", false), ("delay_s", 0.1), ("grade", -0.25));
        workspace.Commit(Rows.Batch(WalkEdges, row), Rows.Source, false);

        var read = Assert.Single(workspace.Read(WalkEdges));
        Assert.Equal(row.Values, read.Values);
        Assert.True(row.Geometry!.EqualsExact(read.Geometry));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void PolygonsWithHolesAndPartsKeepTheirShape(StoreKind store)
    {
        using var workspace = _places.New(store);
        var holed = new Polygon(Rows.Box(1, 1, 1).Shell, [Rows.Box(1.2, 1.2, 0.2).Shell]);
        var parts = new MultiPolygon([Rows.Box(5, 5, 1), Rows.Box(7, 7, 1)]);
        workspace.Commit(
            Rows.Batch(Boundaries, Rows.Of(Boundaries, holed, ("code", "a")), Rows.Of(Boundaries, parts, ("code", "b"))),
            Rows.Source, false);

        var read = workspace.Read(Boundaries).Select(r => r.Geometry!).ToList();
        Assert.True(holed.EqualsExact(read[0]));
        Assert.True(parts.EqualsExact(read[1]));
        Assert.Equal(new Envelope(1, 8, 1, 8), workspace.Extent(Boundaries));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void SingleRowsAreChangedTogetherOrNotAtAllAndNoImportIsRecorded(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a"), Rows.Facility("b"), Rows.Facility("c")), Rows.Source, false);
        var fingerprint = workspace.Fingerprint();

        Assert.Throws<InvalidOperationException>(() => workspace.Change(rows =>
        {
            Assert.NotNull(rows.Find(Facilities, "a"));
            throw new InvalidOperationException("The second row is not as it was.");
        }));
        Assert.Equal(fingerprint, workspace.Fingerprint());

        workspace.Change(rows =>
        {
            Assert.Null(rows.Find(Facilities, "d"));
            Assert.Equal(3, rows.Count(Facilities));
            return [new(Facilities, "a", Rows.Facility("a", name: "new")), new(Facilities, "b", null), new(Facilities, "d", Rows.Facility("d"))];
        });
        Assert.Equal(["a", "c", "d"], workspace.Read(Facilities).Select(r => r.Values[0]));
        Assert.Equal("new", workspace.Find(Facilities, "a")!.Values[1]);
        Assert.Null(workspace.Find(Facilities, "b"));
        Assert.Single(workspace.Imports);
        Assert.NotEqual(fingerprint, workspace.Fingerprint());

        // What was changed and changed back is the same workspace.
        workspace.Change(_ => [new(Facilities, "a", Rows.Facility("a")), new(Facilities, "b", Rows.Facility("b")), new(Facilities, "d", null)]);
        Assert.Equal(fingerprint, workspace.Fingerprint());
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void EditsAreLoggedAndTakenBackAndAreNoPartOfTheDistrict(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a", name: "\"甲\" '🏥")), Rows.Source, false);
        var fingerprint = workspace.Fingerprint();
        var added = new Edit(
            Facilities, "b", EditAction.Add, new Dictionary<string, object?> { ["name"] = "<b>", ["capacity"] = 12L }, new Point(108.123456789012345, 34.2), new Dictionary<string, object?>());
        var changed = new Edit(
            Facilities, "a", EditAction.Change, new Dictionary<string, object?> { ["name"] = null }, null, new Dictionary<string, object?> { ["name"] = "\"甲\" '🏥" });
        var batch = WorkspaceEdits.Apply(workspace, [added, changed], "王", "why")[0].Batch;

        Assert.Equal([("王", "why", "change", 2L), ("王", "why", "add", 1L)], WorkspaceEdits.Log(workspace).Select(e => (e.Author, e.Note, e.Action, e.Seq)));
        Assert.Equal(12L, workspace.Find(Facilities, "b")!.Values[Facilities.Require("capacity")]);
        Assert.Throws<EditConflictException>(() => WorkspaceEdits.Apply(workspace, [changed], "李", null));
        var undone = WorkspaceEdits.Undo(workspace, batch, "李")[0].Batch;
        Assert.Equal(fingerprint, workspace.Fingerprint());
        Assert.Equal(undone, WorkspaceEdits.UndoneBy(WorkspaceEdits.Log(workspace), batch));

        WorkspaceEdits.Undo(workspace, undone, "王");
        Assert.Null(WorkspaceEdits.UndoneBy(WorkspaceEdits.Log(workspace), batch));
        Assert.Equal(108.123456789012345, workspace.Find(Facilities, "b")!.Geometry!.Coordinate.X);
        Assert.Throws<EditConflictException>(() => WorkspaceEdits.Undo(workspace, undone, "王"));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ARowWithAKnownKeyReplacesAndOthersAreAdded(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b"), Rows.Facility("a", name: "old")), Rows.Source, false);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("c"), Rows.Facility("a", name: "new")), Rows.Source, false);

        var rows = workspace.Read(Facilities).ToList();
        Assert.Equal(["a", "b", "c"], rows.Select(r => r.Values[0]));
        Assert.Equal("new", rows[0].Values[1]);
        Assert.Equal(2, workspace.Imports.Count);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ReplacingEmptiesTheLayersOfTheBatchAndNoOther(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        workspace.Commit(Rows.Batch(Compounds, Rows.Square(Compounds, "x", 1, 1)), Rows.Source, false);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, true);

        Assert.Equal("b", Assert.Single(workspace.Read(Facilities)).Values[0]);
        Assert.Equal(1, workspace.Count(Compounds));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void WhatIsKnownOfAFileStaysWithItsRows(StoreKind store)
    {
        using var workspace = _places.New(store);
        var batch = Rows.Batch(Facilities, Rows.Facility("a")) with
        {
            Format = "CSV",
            Encoding = "GBK (guessed)",
            CrsReason = "by 'prj'",
            Conversion = "EPSG:4545 → EPSG:4326",
        };
        workspace.Commit(batch, Rows.Source, false);

        var record = Assert.Single(workspace.Imports);
        Assert.Equal(ImportRecord.Of(batch, Facilities, Rows.Source, record.ImportedAt), record);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ACancelledCommitLeavesTheFormerState(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        var before = workspace.Fingerprint();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, true, null, cancel.Token));
        Assert.Equal(before, workspace.Fingerprint());
        Assert.Single(workspace.Imports);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void TheFingerprintDependsOnTheContentAndNotOnTheWayThere(StoreKind store)
    {
        using var one = _places.New(store);
        one.Commit(Rows.Batch(Facilities, Rows.Facility("a"), Rows.Facility("b")), Rows.Source, false);
        using var two = _places.New(store);
        two.Commit(Rows.Batch(Facilities, Rows.Facility("b", 1, 1)), Rows.Source, false);
        Assert.NotEqual(one.Fingerprint(), two.Fingerprint());
        two.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, false);
        two.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        Assert.Equal(one.Fingerprint(), two.Fingerprint());
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void KeysComeInTheOrderOfTheirBytes(StoreKind store)
    {
        using var workspace = _places.New(store);
        string[] keys = ["𠀀", "Z", "a", "é", "ａ", "中", "A-1", "A_1", "a b", "\uFFFD"];
        workspace.Commit(Rows.Batch(Facilities, [.. keys.Select(k => Rows.Facility(k))]), Rows.Source, false);

        var byBytes = keys.OrderBy(k => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(k)), StringComparer.Ordinal);
        Assert.Equal(byBytes, workspace.Read(Facilities).Select(r => r.Values[0]));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void OfTwoRowsWithOneKeyTheLastStays(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(
            Rows.Batch(Facilities, Rows.Facility("a", name: "1"), Rows.Facility("b"), Rows.Facility("a", name: "2")), Rows.Source, false);
        Assert.Equal(["2", null], workspace.Read(Facilities).Select(r => r.Values[1]));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void RowsThatLeaveAreGoneAndOthersStay(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Compounds, Rows.Square(Compounds, "x", 1, 1), Rows.Square(Compounds, "y", 2, 2)), Rows.Source, false);
        workspace.Commit(
            Rows.Batch(Facilities, Rows.Facility("a")) with
            {
                Leaving = new Dictionary<LayerSchema, IReadOnlyCollection<string>> { [Compounds] = ["x", "never there"] },
            },
            Rows.Source, false);
        Assert.Equal("y", Assert.Single(workspace.Read(Compounds)).Values[0]);
        Assert.Equal(2, workspace.Extent(Compounds)!.MinX);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void AnEditByAnotherProgramChangesFingerprintAndStamp(StoreKind store)
    {
        var location = _places.Free(store);
        using var workspace = Workspaces.Create(location);
        workspace.Commit(Rows.Batch(SurveyResponses, Answer("s1"), Answer("s2")), Rows.Source, false);
        var (stamp, before) = (Workspaces.Stamp(location), workspace.Fingerprint());
        Assert.Equal(stamp, Workspaces.Stamp(location));

        foreach (var sql in new[] { "UPDATE {0}survey_responses SET want = 7 WHERE id = 's1'", "DELETE FROM {0}survey_responses WHERE id = 's2'" })
        {
            StorePlaces.Sql(location, sql);
            Assert.NotEqual(stamp, Workspaces.Stamp(location));
            Assert.NotEqual(before, workspace.Fingerprint());
            (stamp, before) = (Workspaces.Stamp(location), workspace.Fingerprint());
        }

        Assert.Equal(7L, Assert.Single(workspace.Read(SurveyResponses)).Values[SurveyResponses.Require("want")]);
        workspace.Commit(Rows.Batch(SurveyResponses, Answer("s3")), Rows.Source, false);
        Assert.NotEqual(stamp, Workspaces.Stamp(location));
        Assert.Equal(2, workspace.Count(SurveyResponses));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ABatchThatFailsHalfWayLeavesTheFormerState(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        var before = workspace.Fingerprint();
        var rows = new Breaking(9000);
        var batch = Rows.Batch(Facilities) with
        {
            Layers = new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [Facilities] = rows },
        };
        Assert.Throws<FormatException>(() => workspace.Commit(batch, Rows.Source, true));
        Assert.Equal(before, workspace.Fingerprint());
        Assert.Equal("a", Assert.Single(workspace.Read(Facilities)).Values[0]);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, false);
        Assert.Equal(2, workspace.Count(Facilities));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void OtherQuestionsAreAnsweredWhileRowsAreRead(StoreKind store)
    {
        using var workspace = _places.New(store);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a"), Rows.Facility("b")), Rows.Source, false);
        var seen = 0;
        foreach (var _ in workspace.Read(Facilities))
        {
            seen++;
            Assert.Equal(2, workspace.Count(Facilities));
            Assert.Equal(2, workspace.Read(Facilities).Count());
        }

        Assert.Equal(2, seen);
        Assert.Equal("a", workspace.Read(Facilities).First().Values[0]);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task WhatIsKeptStillIsOfOneState(StoreKind store)
    {
        var location = _places.Free(store);
        using (var made = Workspaces.Create(location))
        {
            made.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        }

        using var reading = Workspaces.Open(location, readOnly: true);
        using var writing = Workspaces.Open(location, wait: TimeSpan.FromSeconds(20));
        Task writer;
        string fingerprint;
        using (reading.KeepStill())
        {
            fingerprint = reading.Fingerprint();
            writer = Task.Run(() => writing.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, false));
            // In a database the writer is done meanwhile; a file waits for the readers.
            await Task.WhenAny(writer, Task.Delay(1500));
            Assert.Equal(store == StoreKind.Postgis, writer.IsCompletedSuccessfully);
            var facilities = reading.ReadAll(CancellationToken.None)[All.ToList().IndexOf(Facilities)];
            Assert.Equal("a", Assert.Single(facilities).Values[0]);
            Assert.Equal(fingerprint, reading.Fingerprint());
            Assert.Single(reading.Imports);
            Assert.Single(reading.Read(Facilities));
            Assert.False(store == StoreKind.GeoPackage && writer.IsCompleted);
        }

        await writer;
        Assert.Equal(2, reading.Count(Facilities));
        Assert.NotEqual(fingerprint, reading.Fingerprint());
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task AWriterAndReadersOfOneStateNeverWaitForEachOther(StoreKind store)
    {
        var location = _places.Free(store);
        using (var made = Workspaces.Create(location))
        {
            made.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        }

        var isWriting = true;
        var reader = Task.Run(() =>
        {
            var stills = 0;
            using var reading = Workspaces.Open(location, readOnly: true);
            for (; Volatile.Read(ref isWriting); stills++)
            {
                using var still = reading.KeepStill();
                Assert.Single(reading.ReadAll(CancellationToken.None)[All.ToList().IndexOf(Facilities)]);
            }

            return stills;
        });
        var writer = Task.Run(async () =>
        {
            // More than either needs, and less than a reader waits that waits for this writer.
            using var writing = Workspaces.Open(location, wait: TimeSpan.FromSeconds(5));
            for (var i = 0; i < 30; i++)
            {
                writing.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
                // Nobody writes without a breath between; a file whose writer never rests lets no reader in.
                await Task.Delay(20);
            }
        });
        try
        {
            await writer;
        }
        finally
        {
            Volatile.Write(ref isWriting, false);
        }

        Assert.NotEqual(0, await reader);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ABuiltWorkspaceTakesThePlaceOfTheFormerOne(StoreKind store)
    {
        var location = _places.Free(store);
        Workspaces.Build(location, w => w.Commit(Rows.Batch(Facilities, Rows.Facility("old")), Rows.Source, false));
        var stamp = Workspaces.Stamp(location);
        Assert.Throws<InputException>(() => Workspaces.Build(location, _ => { }, overwrite: false));
        Assert.Throws<NotSupportedException>(() => Workspaces.Build(location, w =>
        {
            w.Commit(Rows.Batch(Facilities, Rows.Facility("never")), Rows.Source, false);
            throw new NotSupportedException();
        }));
        using (var still = Workspaces.Open(location, readOnly: true))
        {
            Assert.Equal("old", Assert.Single(still.Read(Facilities)).Values[0]);
        }

        Workspaces.Build(location, w =>
        {
            Assert.Equal(0, w.Count(Facilities));
            w.Commit(Rows.Batch(Facilities, Rows.Facility("new")), Rows.Source, false);
            Assert.Equal("new", Assert.Single(w.Read(Facilities)).Values[0]);
        });
        using var workspace = Workspaces.Open(location, readOnly: true);
        Assert.Equal("new", Assert.Single(workspace.Read(Facilities)).Values[0]);
        Assert.NotEqual(stamp, Workspaces.Stamp(location));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void WhatIsNotThereIsRefusedAndWhatIsThereIsNotOverwritten(StoreKind store)
    {
        var location = _places.Free(store);
        Assert.False(Workspaces.Exists(location));
        var stamp = Workspaces.Stamp(location);
        Assert.Throws<InputException>(() => Workspaces.Open(location));
        Workspaces.Create(location).Dispose();
        Assert.True(Workspaces.Exists(location));
        Assert.NotEqual(stamp, Workspaces.Stamp(location));
        Assert.Contains("there already", Assert.Throws<InputException>(() => Workspaces.Create(location)).Problem.What.En, StringComparison.Ordinal);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ANewerWorkspaceIsRefused(StoreKind store)
    {
        var location = _places.Free(store);
        Workspaces.Create(location).Dispose();
        StorePlaces.Sql(location, "UPDATE {0}workspace_info SET schema_version = 99");
        var problem = Assert.Throws<InputException>(() => Workspaces.Open(location)).Problem;
        Assert.Contains("newer version", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("更新版本", problem.What.Zh, StringComparison.Ordinal);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void TheInfoSaysWhatItWasTold(StoreKind store)
    {
        var location = _places.Free(store);
        var info = new WorkspaceInfo(new("虚构城区", "Invented district"), true, "9");
        using (var workspace = Workspaces.Create(location))
        {
            Assert.False(workspace.Info.Synthetic);
            workspace.SetInfo(info);
        }

        using var again = Workspaces.Open(location, readOnly: true);
        Assert.Equal(info, again.Info);
        Assert.Throws<InputException>(() => again.SetInfo(info));
    }

    private static LayerRow Answer(string id) => Rows.Of(SurveyResponses, null, ("id", id), ("want", 1L));

    /// <summary>Rows that cannot be read to their end.</summary>
    private sealed class Breaking(int good) : IReadOnlyCollection<LayerRow>
    {
        public int Count => good + 1;

        public IEnumerator<LayerRow> GetEnumerator()
        {
            for (var i = 0; i < good; i++)
            {
                yield return Rows.Facility($"f{i}");
            }

            throw new FormatException("the file ends here");
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
