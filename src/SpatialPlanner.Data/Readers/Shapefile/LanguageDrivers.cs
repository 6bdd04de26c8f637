namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Code pages by the language driver id in the header of a .dbf (dBASE IV, Visual FoxPro).</summary>
internal static class LanguageDrivers
{
    /// <summary>"Whatever Windows is set to": GDAL and others write it when they do not know.</summary>
    public const byte CurrentAnsi = 0x57;

    private static readonly Dictionary<int, byte[]> Ids = new()
    {
        [437] = [0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B],
        [737] = [0x6A, 0x86],
        [850] = [0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37],
        [852] = [0x1F, 0x22, 0x23, 0x40, 0x64, 0x87],
        [857] = [0x6B, 0x88],
        [860] = [0x24],
        [861] = [0x67],
        [863] = [0x1C, 0x6C],
        [865] = [0x08, 0x17, 0x66],
        [866] = [0x26, 0x65],
        [874] = [0x50, 0x7C],
        [932] = [0x13, 0x7B],
        [936] = [0x4D, 0x7A],
        [949] = [0x4E, 0x79],
        [950] = [0x4F, 0x78],
        [1250] = [0xC8],
        [1251] = [0xC9],
        [1252] = [0x03, 0x58, 0x59],
        [1253] = [0xCB],
        [1254] = [0xCA],
        [1257] = [0xCC],
        [10000] = [0x04],
        [10006] = [0x98],
        [10007] = [0x96],
        [10029] = [0x97],
    };

    private static readonly Dictionary<byte, int> CodePages = Ids.SelectMany(p => p.Value.Select(id => (id, p.Key))).ToDictionary();

    /// <summary>Code page of an id, or null where it tells none.</summary>
    public static int? CodePage(byte id) => CodePages.TryGetValue(id, out var page) ? page : null;
}
