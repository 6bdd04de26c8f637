using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Store.GeoPackageTables;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// Triggers for edits made by other programs (QGIS, GDAL): they keep the spatial index right and forget the stored
/// fingerprint of the layer. They need the ST_ functions that those programs bring; our own writing drops the
/// triggers, writes the index itself, and puts them back in the same transaction.
/// </summary>
internal static class GeoPackageTriggers
{
    private static readonly string[] Events = ["insert", "update", "delete"];

    private static readonly string[] IndexTriggers =
        ["insert", "update1", "update2", "update3", "update4", "update5", "update6", "update7", "delete"];

    public static string Create(LayerSchema layer) =>
        (layer.Geometry == LayerGeometry.None ? string.Empty : SpatialIndex(layer.Name)) + Fingerprint(layer.Name);

    public static string Drop(LayerSchema layer)
    {
        var names = Events.Select(e => $"layer_state_{layer.Name}_{e}");
        if (layer.Geometry != LayerGeometry.None)
        {
            names = names.Concat(IndexTriggers.Select(e => $"rtree_{layer.Name}_{Geometry}_{e}"));
        }

        return string.Concat(names.Select(n => $"DROP TRIGGER IF EXISTS \"{n}\";"));
    }

    private static string Fingerprint(string table) => string.Concat(Events.Select(e =>
        $"""
        CREATE TRIGGER "layer_state_{table}_{e}" AFTER {e.ToUpperInvariant()} ON "{table}"
        BEGIN DELETE FROM layer_state WHERE layer = '{table}'; END;

        """));

    // The triggers of OGC 12-128r18 (GeoPackage 1.4) with its names: update6 and update7 mend update1 and update3 of
    // the earlier editions, which an UPSERT broke. A reader of 1.3 does not look at the bodies.
    public static string SpatialIndex(string t)
    {
        const string c = Geometry, i = RowId;
        var rtree = RTree(t);
        const string present = $"(NEW.{c} NOTNULL AND NOT ST_IsEmpty(NEW.{c}))";
        const string absent = $"(NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))";
        const string box = $"ST_MinX(NEW.{c}), ST_MaxX(NEW.{c}), ST_MinY(NEW.{c}), ST_MaxY(NEW.{c})";
        return
            $"""
            CREATE TRIGGER "rtree_{t}_{c}_insert" AFTER INSERT ON "{t}" WHEN {present}
            BEGIN INSERT OR REPLACE INTO {rtree} VALUES (NEW.{i}, {box}); END;
            CREATE TRIGGER "rtree_{t}_{c}_update2" AFTER UPDATE OF {c} ON "{t}" WHEN OLD.{i} = NEW.{i} AND {absent}
            BEGIN DELETE FROM {rtree} WHERE id = OLD.{i}; END;
            CREATE TRIGGER "rtree_{t}_{c}_update4" AFTER UPDATE ON "{t}" WHEN OLD.{i} != NEW.{i} AND {absent}
            BEGIN DELETE FROM {rtree} WHERE id IN (OLD.{i}, NEW.{i}); END;
            CREATE TRIGGER "rtree_{t}_{c}_update5" AFTER UPDATE ON "{t}" WHEN OLD.{i} != NEW.{i} AND {present}
            BEGIN DELETE FROM {rtree} WHERE id = OLD.{i}; INSERT OR REPLACE INTO {rtree} VALUES (NEW.{i}, {box}); END;
            CREATE TRIGGER "rtree_{t}_{c}_update6" AFTER UPDATE OF {c} ON "{t}"
            WHEN OLD.{i} = NEW.{i} AND {present} AND (OLD.{c} NOTNULL AND NOT ST_IsEmpty(OLD.{c}))
            BEGIN UPDATE {rtree} SET minx = ST_MinX(NEW.{c}), maxx = ST_MaxX(NEW.{c}),
              miny = ST_MinY(NEW.{c}), maxy = ST_MaxY(NEW.{c}) WHERE id = NEW.{i}; END;
            CREATE TRIGGER "rtree_{t}_{c}_update7" AFTER UPDATE OF {c} ON "{t}"
            WHEN OLD.{i} = NEW.{i} AND {present} AND (OLD.{c} ISNULL OR ST_IsEmpty(OLD.{c}))
            BEGIN INSERT INTO {rtree} VALUES (NEW.{i}, {box}); END;
            CREATE TRIGGER "rtree_{t}_{c}_delete" AFTER DELETE ON "{t}" WHEN OLD.{c} NOT NULL
            BEGIN DELETE FROM {rtree} WHERE id = OLD.{i}; END;

            """;
    }
}
