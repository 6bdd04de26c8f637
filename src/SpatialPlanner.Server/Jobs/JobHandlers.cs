using System.Text.Json;
using SpatialPlanner.Server.Answers;

namespace SpatialPlanner.Server.Jobs;

/// <summary><c>/api/v1/jobs/{id}</c>: progress, result, cancel.</summary>
internal static class JobHandlers
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static Answer<JobDocument> Get(string id, JobStore jobs) => new(jobs.Find(id).Now().Document);

    /// <summary>Asks the job to stop. It ends soon after, or is done already.</summary>
    public static Answer<JobDocument> Cancel(string id, JobStore jobs)
    {
        var job = jobs.Find(id);
        job.Cancel();
        return new(job.Now().Document);
    }

    /// <summary>The job as server-sent events: one now, one after each change (a few a second), the last when it has ended.</summary>
    public static async Task Events(string id, JobStore jobs, HttpResponse response, CancellationToken cancel)
    {
        var job = jobs.Find(id);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        while (true)
        {
            var (document, changed) = job.Now();
            await response.WriteAsync($"data: {JsonSerializer.Serialize(document, ApiJson.Options)}\n\n", cancel);
            await response.Body.FlushAsync(cancel);
            if (document.State != JobState.Running)
            {
                return;
            }

            await changed.WaitAsync(cancel);
            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>202 with the address of a job.</summary>
    public static IResult Accepted(Job job) =>
        TypedResults.Json(job.Now().Document, ApiJson.Options, "application/json", StatusCodes.Status202Accepted);
}
