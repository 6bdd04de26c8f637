using System.Globalization;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>Dates that Excel keeps as numbers of days.</summary>
internal static class ExcelDates
{
    private const double EndOfYear9999 = 2_958_466;
    private const int LeapDayThatNeverWas = 60;
    private const int DaysFrom1900To1904 = 1462;

    /// <summary>The date as ISO 8601 text; null for numbers that are none.</summary>
    /// <param name="serial">Days since the epoch, with the time as fraction.</param>
    /// <param name="is1904">True where the workbook counts from 1904.</param>
    public static string? Iso(double serial, bool is1904)
    {
        if (!(serial >= 0) || serial >= EndOfYear9999)
        {
            return null;
        }

        // To the second: 0.1 s is beyond what a double keeps of today's dates.
        var seconds = Math.Round(serial * 86_400);
        if (seconds < 86_400)
        {
            return serial == 0 ? null : TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        }

        var days = Math.Floor(seconds / 86_400) + (is1904 ? DaysFrom1900To1904 : 0);
        var epoch = days < LeapDayThatNeverWas ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var moment = epoch.AddDays(days).AddSeconds(seconds % 86_400);
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
