using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Tests.Support;

/// <summary>Makes of a workspace one as version 1 of the program left it.</summary>
internal static class FormerVersion
{
    public static void Make(string location)
    {
        StorePlaces.Sql(location, "DROP TABLE {0}idle_spaces");
        if (!Workspaces.IsDatabase(location))
        {
            foreach (var sql in new[]
            {
                "DROP TRIGGER layer_state_walk_edges_update", "DROP TABLE rtree_idle_spaces_geom",
                "DELETE FROM gpkg_geometry_columns WHERE table_name = 'idle_spaces'",
                "DELETE FROM gpkg_extensions WHERE table_name = 'idle_spaces'",
                "DELETE FROM gpkg_contents WHERE table_name = 'idle_spaces'",
            })
            {
                StorePlaces.Sql(location, sql);
            }
        }

        foreach (var sql in new[]
        {
            "ALTER TABLE {0}walk_edges DROP COLUMN oneway", "ALTER TABLE {0}walk_edges DROP COLUMN crossing",
            "DELETE FROM {0}layer_state WHERE layer = 'idle_spaces'",
            "ALTER TABLE {0}imports DROP COLUMN format", "ALTER TABLE {0}imports DROP COLUMN encoding",
            "ALTER TABLE {0}imports DROP COLUMN crs_reason", "ALTER TABLE {0}imports DROP COLUMN conversion",
            "UPDATE {0}workspace_info SET schema_version = 1",
        })
        {
            StorePlaces.Sql(location, sql);
        }
    }
}
