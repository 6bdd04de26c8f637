using Microsoft.AspNetCore.Http.Features;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Rules;

namespace SpatialPlanner.Server.Imports;

/// <summary>
/// <c>/api/v1/imports</c>: begin, upload, look, read, store or cancel. Bodies are JSON or raw bytes by PUT, so that no
/// page of another origin can send them without being asked first.
/// </summary>
internal static class ImportHandlers
{
    /// <summary>What can be said about a file.</summary>
    public static Answer<ChoicesDocument> Choices() => new(ChoicesDocument.Instance);

    public static IResult Begin(Question<BeginRequest> question, ImportSessions sessions, KeptStreets streets)
    {
        _ = question;
        var session = sessions.Begin();
        streets.Prepare();
        return TypedResults.Json(
            new ImportUnderWay(session.Id, []), ApiJson.Options, "application/json", StatusCodes.Status201Created);
    }

    public static Answer<ImportUnderWay> Get(string id, ImportSessions sessions) => new(new(id, sessions.Find(id).Files));

    public static async Task<Answer<UploadDocument>> Upload(
        string id, string name, ImportSessions sessions, HttpContext context, CancellationToken cancel)
    {
        var session = sessions.Find(id);
        // The host's own limit would answer without a word about the setting that raises it.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        return new(new(name, await session.Add(
            name, context.Request.Body, context.Request.ContentLength, SourceLimits.Default, cancel)));
    }

    /// <summary>What is recognised in the file with what the user has said so far.</summary>
    public static Answer<InspectionDocument> Inspect(
        string id, Question<ImportRequest> question, ImportSessions sessions, KeptStreets streets, CancellationToken cancel)
    {
        var session = sessions.Find(id);
        return session.Use(
            () => new Answer<InspectionDocument>(InspectionDocument.Of(FileInspector.Inspect(
                session.Main(), question.Fields.ToOptions(), streets.Now(), cancel))),
            cancel);
    }

    /// <summary>Reads the whole file, a job; nothing is stored.</summary>
    public static IResult Check(
        string id, Question<ImportRequest> question, ImportSessions sessions, JobStore jobs, KeptStreets streets,
        PlannerServerOptions options)
    {
        var session = sessions.Find(id);
        var (path, import) = (session.Main(), question.Fields.ToOptions());
        return JobHandlers.Accepted(jobs.Start("import_check", (job, cancel) => session.Use(
            job, () =>
            {
                RulePack pack;
                using (var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true))
                {
                    pack = ServedRules.Of(workspace, options).Pack;
                }

                var read = Importer.Read(path, import, pack, streets.Now(), job, cancel);
                session.Keep(read);
                return ImportResultDocument.Of(read.Result, stored: false);
            },
            cancel)));
    }

    /// <summary>Stores what was read last, a job, and ends the import. Cancelled or failed, the workspace is as before.</summary>
    public static IResult Commit(
        string id, Question<CommitRequest> question, ImportSessions sessions, JobStore jobs, PlannerServerOptions options)
    {
        var session = sessions.Find(id);
        var read = session.Read();
        return JobHandlers.Accepted(jobs.Start("import_commit", (job, cancel) =>
        {
            var result = session.Use(
                job, () =>
                {
                    using var workspace = Workspaces.Open(options.WorkspacePath);
                    return ImportResultDocument.Of(
                        Importer.Store(workspace, read, question.Fields.Replace, job, cancel), stored: true);
                },
                cancel);
            sessions.End(id);
            return result;
        }));
    }

    /// <summary>Forgets the import and its files; the workspace was not touched.</summary>
    public static IResult Cancel(string id, ImportSessions sessions)
    {
        sessions.Find(id);
        sessions.End(id);
        return TypedResults.NoContent();
    }
}

/// <summary>Nothing is asked of who begins; the body is there so that no foreign page can send it unasked.</summary>
internal sealed record BeginRequest;

/// <summary>How to store what was read.</summary>
/// <param name="Replace">True empties the layers of the file first.</param>
internal sealed record CommitRequest(bool Replace = false);
