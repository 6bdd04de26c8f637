using Microsoft.Extensions.Primitives;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Ogc;

/// <summary>What holds of the query parameters of every OGC route.</summary>
internal static class Parameters
{
    /// <summary>A parameter's one value.</summary>
    public static string Single(string name, StringValues values) =>
        values.Count == 1 ? values[0]! : throw HttpProblem.Invalid(name, "只能出现一次", "give it once");

    /// <summary>The only format is JSON.</summary>
    public static void RequireJson(string format)
    {
        if (format is not ("json" or "geojson"))
        {
            throw HttpProblem.Invalid("f", "只支持 json", "only json is served");
        }
    }

    /// <summary>Refuses every parameter but <c>f</c>.</summary>
    public static void RequireNone(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (name != "f")
            {
                throw Unknown(name);
            }

            RequireJson(Single(name, values));
        }
    }

    /// <summary>The problem of a parameter that the route does not have.</summary>
    public static ProblemException Unknown(string name) =>
        HttpProblem.Invalid(name, "没有这个参数；见 /openapi/v1.json", "no such parameter; see /openapi/v1.json");
}
