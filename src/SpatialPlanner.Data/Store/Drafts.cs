using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Store;

/// <summary>Files that are written beside their place and moved there when they are whole.</summary>
internal static partial class Drafts
{
    private static readonly string Machine = NoLetter().Replace(Environment.MachineName, string.Empty);
    private static int last;

    /// <summary>
    /// A name that no other writer of the same file uses, in this process or another. Drafts of the same file whose
    /// process is gone, killed as it was, are deleted.
    /// </summary>
    public static string Beside(string path)
    {
        Sweep(path);
        return $"{path}.tmp-{Machine}-{Environment.ProcessId}-{Interlocked.Increment(ref last)}";
    }

    /// <summary>Deletes drafts of a file that a process of this machine left when it was killed.</summary>
    public static void Sweep(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            // Another machine that shares the folder has processes of its own, which cannot be asked for here.
            foreach (var draft in Directory.EnumerateFileSystemEntries(
                Path.GetDirectoryName(full)!, $"{Path.GetFileName(full)}.tmp-{Machine}-*"))
            {
                if (DraftOf().Match(draft) is { Success: true } match
                    && int.TryParse(match.Groups["process"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                    && !Runs(process))
                {
                    Discard(draft);
                    DiscardFolder(draft);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Who cannot look into the folder will be told so by what comes next.
        }
    }

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

    private static bool Runs(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"-(?<process>\d+)-\d+(-journal)?$")]
    private static partial Regex DraftOf();

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NoLetter();
}
