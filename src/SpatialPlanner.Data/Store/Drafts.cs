namespace SpatialPlanner.Data.Store;

/// <summary>Files that are written beside their place and moved there when they are whole.</summary>
internal static class Drafts
{
    private static int last;

    /// <summary>A name that no other writer of the same file uses, in this process or another.</summary>
    public static string Beside(string path) => $"{path}.tmp-{Environment.ProcessId}-{Interlocked.Increment(ref last)}";

    /// <summary>Deletes a folder of drafts.</summary>
    public static void DiscardFolder(string draft)
    {
        try
        {
            Directory.Delete(draft, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or the same trouble that was told already.
        }
    }

    /// <summary>Deletes a draft and its journal.</summary>
    public static void Discard(string draft)
    {
        foreach (var file in new[] { draft, draft + "-journal" })
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What is wrong with the folder was said already; a leftover draft harms nobody.
            }
        }
    }
}
