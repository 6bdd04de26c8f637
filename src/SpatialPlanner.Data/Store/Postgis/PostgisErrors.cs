using System.Net.Sockets;
using Npgsql;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>Turns what PostgreSQL says into sentences for the person who gave the address.</summary>
internal static class PostgisErrors
{
    public static T Guard<T>(string shown, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            throw Translate(shown, e);
        }
    }

    public static void Guard(string shown, Action action) => Guard(shown, () =>
    {
        action();
        return 0;
    });

    /// <summary>True for what the database or the way to it may say.</summary>
    public static bool IsOfStore(Exception e) =>
        e is NpgsqlException or TimeoutException or SocketException or System.IO.IOException
            or System.Security.Authentication.AuthenticationException;

    public static InputException Translate(string shown, Exception e) => e switch
    {
        PostgresException p => OfServer(shown, p),
        _ when e is TimeoutException || e.InnerException is TimeoutException => StoreErrors.Fatal(
            shown, "数据库没有响应；工作区保持原状", "the database does not answer; the workspace is as it was before",
            "检查服务器和网络后重试", "check the server and the network and try again", e),
        _ when e.InnerException is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound
            or SocketError.AddressNotAvailable or SocketError.HostUnreachable or SocketError.NetworkUnreachable
            or SocketError.TryAgain or SocketError.NoData
        } or SocketException { NativeErrorCode: 2 } => NotThere(shown, e),
        _ => Lost(shown, e),
    };

    /// <summary>Nothing answers at the address.</summary>
    public static InputException NotThere(string shown, Exception? e = null) => StoreErrors.Fatal(
        shown, "连接不到数据库服务器", "the database server cannot be reached",
        "检查主机名、端口，以及服务器是否在运行", "check host and port, and that the server is running", e);

    /// <summary>The connection broke; an open transaction is undone by the server.</summary>
    public static InputException Lost(string shown, Exception? e = null) => StoreErrors.Fatal(
        shown, "与数据库的连接中断；工作区保持原状", "the connection to the database was lost; the workspace is as it was before",
        "检查服务器和网络后重试", "check the server and the network and try again", e);

    public static InputException Unknown(string shown, Exception? e = null) => StoreErrors.Fatal(
        shown, "提交时与数据库的连接中断，无法确认是否已写入",
        "the connection to the database was lost while the import was being committed; whether it is stored is not known",
        "恢复连接后查看 imports 表，再决定是否重新导入", "look at the table imports once the server answers, then import again if need be", e);

    public static InputException NoWorkspace(string shown) => StoreErrors.Fatal(
        shown, "该模式中没有工作区", "there is no workspace in this schema",
        "检查地址中的 schema，或用 planner import 或 planner sample 新建",
        "check schema in the address, or make it with planner import or planner sample");

    public static InputException NotOurs(string shown) => StoreErrors.Fatal(
        shown, "该模式中有其他程序的内容，不是本程序的工作区", "the schema holds something else, not a workspace of this program",
        "在地址中换一个 schema", "give another schema in the address");

    public static InputException AlreadyThere(string shown) => StoreErrors.Fatal(
        shown, "该模式已存在，不会覆盖", "the schema is there already and is not overwritten",
        "在地址中换一个 schema，或先删除旧的", "give another schema in the address, or drop the old one first");

    public static InputException LongSchema(string shown, int longest) => StoreErrors.Fatal(
        shown, $"schema 名称超过 {longest} 个字符", $"the name of the schema has more than {longest} characters",
        "在地址中换一个较短的 schema", "give a shorter schema in the address");

    public static InputException Busy(string shown, string writer, double seconds) => StoreErrors.Fatal(
        shown, $"{writer} 正在写入这个工作区（已等待 {seconds:0} 秒）",
        $"{writer} is writing to this workspace (waited {seconds:0} s)",
        "等它完成后重试", "try again when it is done");

    private static InputException OfServer(string shown, PostgresException p) => p.SqlState switch
    {
        "28P01" or "28000" => StoreErrors.Fatal(
            shown, "数据库拒绝登录", "the database refuses this user or password",
            "检查用户名；密码可放在 PGPASSWORD 或 PGPASSFILE 中", "check the user; a password can also be given by PGPASSWORD or PGPASSFILE", p),
        "3D000" => StoreErrors.Fatal(
            shown, "没有这个数据库", "there is no such database", "检查地址，或先用 createdb 建立", "check the address, or make it with createdb", p),
        "42501" => StoreErrors.Fatal(
            shown, $"没有权限：{p.MessageText}", $"not permitted: {p.MessageText}",
            "请数据库管理员授权", "ask the administrator of the database for the right to do so", p),
        "25006" => StoreErrors.Fatal(
            shown, "数据库是只读的", "the database is read-only", "使用可写的主服务器", "use the server that may be written to", p),
        "53100" => StoreErrors.Fatal(
            shown, "数据库服务器磁盘已满；工作区保持原状", "the disk of the database server is full; the workspace is as it was before",
            "腾出空间后重试", "free some space and try again", p),
        "53300" => StoreErrors.Fatal(
            shown, "数据库连接数已满", "the database has no connection left", "稍后重试", "try again later", p),
        "55P03" or "57014" or "40P01" or "40001" => StoreErrors.Fatal(
            shown, "另一个程序正在修改这个工作区；没有写入任何内容", "another program is changing the workspace; nothing was stored",
            "关闭 QGIS 等程序中的编辑会话后重试", "close editing sessions (QGIS, another planner) and try again", p),
        "57P01" or "57P02" or "57P03" or "57P05" or "25P03" => Lost(shown, p),
        ['0', '8', ..] => Lost(shown, p),
        _ => StoreErrors.Fatal(
            shown, $"数据库报错（{p.SqlState}）：{p.MessageText}", $"the database says ({p.SqlState}): {p.MessageText}",
            "检查它是否被其他程序改动过表结构", "check whether another program changed its tables", p),
    };
}
