using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Server.Hosting;

/// <summary>Where the page's files are.</summary>
internal static class WebFolder
{
    /// <summary>The folder given, or else <c>web/</c> beside the program or above it; null where there is none.</summary>
    /// <exception cref="InputException">The folder given has no page.</exception>
    public static string? Find(string? given)
    {
        if (given is not null)
        {
            return HasPage(given) ? Path.GetFullPath(given) : throw InputException.Fatal(
                given, null, new("文件夹中没有 index.html", "the folder has no index.html"),
                new("给出项目的 web 文件夹", "give the project's web folder"));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var web = Path.Combine(folder.FullName, "web");
            if (HasPage(web))
            {
                return web;
            }
        }

        return null;
    }

    private static bool HasPage(string folder) => File.Exists(Path.Combine(folder, "index.html"));
}
