using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>Turns what SQLite says into sentences for the person who gave the workspace.</summary>
internal static class StoreErrors
{
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13,
        CannotOpen = 14, NotADatabase = 26;

    // Kinds of IoError (extended codes) that come of writing.
    private const int Write = 778, Fsync = 1034, FolderFsync = 1290, Truncate = 1546, Delete = 2570;

    public static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw Translate(path, e);
        }
    }

    public static void Guard(string path, Action action) => Guard(path, () =>
    {
        action();
        return 0;
    });

    public static InputException NotThere(string path) => Fatal(
        path, "工作区不存在", "the workspace does not exist",
        "检查路径，或用 planner import 或 planner sample 新建",
        "check the path, or make it with planner import or planner sample");

    public static InputException IsFolder(string path) => Fatal(
        path, "这是文件夹，不是文件", "this is a folder, not a file", "给出其中一个 .gpkg 文件的路径",
        "give the path of a .gpkg file in it");

    public static InputException NotGeoPackage(string path, Exception? inner = null) => Fatal(
        path, "不是 GeoPackage 文件", "this is not a GeoPackage file",
        "用 -w 指定由本程序建立的 .gpkg 工作区", "give -w a .gpkg workspace that this program made", inner);

    public static InputException NotOurs(string path) => Fatal(
        path, "是 GeoPackage，但不是本程序的工作区", "a GeoPackage, but not a workspace of this program",
        "新建一个工作区，再用 planner import 导入数据", "make a new workspace and import the data into it with planner import");

    public static InputException Newer(string path, long found, long known) => Fatal(
        path, $"由更新版本的程序建立（结构版本 {found}，本程序支持到 {known}）",
        $"made by a newer version of the program (schema {found}, this one knows {known})",
        "升级本程序", "update this program");

    public static InputException AlreadyThere(string path) => Fatal(
        path, "文件已存在，不会覆盖", "the file is there already and is not overwritten",
        "换一个文件名，或先删除旧文件", "choose another name, or delete the old file first");

    /// <summary>A file that is written beside its place and then moved there; the name of the draft is nobody's business.</summary>
    public static InputException NotWritten(string path, Exception e) => e is DirectoryNotFoundException
        ? Fatal(path, "文件夹不存在", "its folder does not exist", "先建立文件夹，或换一个路径", "make the folder first, or choose another path", e)
        : Fatal(
            path, "无法写入", "cannot be written",
            "检查文件夹权限和磁盘空间", "check the permissions of the folder and the disk space", e);

    public static InputException Translate(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => Fatal(
            path, "另一个程序正在使用这个工作区", "another program is using the workspace",
            "关闭 QGIS 等程序中的编辑会话后重试", "close editing sessions (QGIS, another planner) and try again", e),
        ReadOnly or Permission => Fatal(
            path, "没有写入权限", "the workspace cannot be written to",
            "检查文件和所在文件夹的权限，或复制到可写的位置", "check the permissions of the file and its folder, or copy it", e),
        Full => Fatal(
            path, "磁盘已满；工作区保持原状", "the disk is full; the workspace is as it was before",
            "腾出空间后重试", "free some space and try again", e),
        CannotOpen => Fatal(
            path, "打不开文件，或无法在其文件夹中写入；没有写入任何内容",
            "the file cannot be opened, or nothing can be written in its folder; nothing was stored",
            "检查路径、文件夹是否存在以及权限", "check that the folder exists and that you may read and write there", e),
        IoError when e.SqliteExtendedErrorCode is Write or Fsync or FolderFsync or Truncate or Delete => Fatal(
            path, "写入失败；工作区保持原状", "writing failed; the workspace is as it was before",
            "检查磁盘空间和磁盘状态后重试", "check the disk and its space and try again", e),
        NotADatabase => NotGeoPackage(path, e),
        Corrupt or IoError => Fatal(
            path, "文件已损坏或无法读取", "the file is damaged or cannot be read",
            "从备份恢复，或重新导入原始数据", "restore it from a backup or import the source files again", e),
        _ => Fatal(
            path, $"工作区无法使用：{e.Message}", $"the workspace cannot be used: {e.Message}",
            "检查它是否被其他程序改动过表结构", "check whether another program changed its tables", e),
    };

    public static InputException Fatal(
        string path, string zh, string en, string remedyZh, string remedyEn, Exception? inner = null) =>
        InputException.Fatal(path, null, new LocalText(zh, en), new LocalText(remedyZh, remedyEn), inner);
}
