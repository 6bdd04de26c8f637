using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Tests.Planning.Hours;

public class OpeningHoursTests
{
    [Theory]
    [InlineData("06:00-22:00", "06:00 21:59", "05:59 22:00")]
    [InlineData("6:00-22:00", "06:00", "05:59")]
    [InlineData("06:00-09:00,16:00-22:00", "08:59 16:00", "09:00 15:59")]
    [InlineData("06:00 - 09:00 , 16:00 - 22:00", "08:59 16:00", "09:00 15:59")]
    [InlineData("05:30-24:00", "23:59", "00:00 05:29")]
    [InlineData("22:00-02:00", "22:00 23:59 00:00 01:59", "02:00 21:59")]
    [InlineData("00:00-24:00", "00:00 12:00 23:59", "")]
    [InlineData("24/7", "00:00 23:59", "")]
    [InlineData("off", "", "12:00")]
    [InlineData("Mo-Fr 06:00-22:00; Sa,Su 08:00-20:00", "06:00 | Sa 08:00 Su 19:59 Fr 21:59", "Sa 07:59 Su 20:00")]
    [InlineData("06:00-22:00; Su off", "Sa 12:00", "Su 12:00")]
    [InlineData("06:00-22:00; Su off;", "Sa 12:00", "Su 12:00")]
    [InlineData("Fr 22:00-02:00", "Fr 22:00 Sa 01:59", "Sa 22:00 Fr 01:59 Sa 02:00")]
    [InlineData("Su 22:00-02:00", "Mo 01:59", "Tu 01:59")]
    [InlineData("Sa-Mo 08:00-10:00", "Sa 08:00 Su 08:00 Mo 08:00", "Tu 08:00 Fr 08:00")]
    public void AGateIsOpenWithinItsHours(string hours, string open, string shut)
    {
        var read = OpeningHours.Parse(hours)!;
        Assert.All(Times(open), t => Assert.True(read.IsOpenAt(t), $"{t}"));
        Assert.All(Times(shut), t => Assert.False(read.IsOpenAt(t), $"{t}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("白天")]
    [InlineData("sunrise-sunset")]
    [InlineData("06:00")]
    [InlineData("06:00-25:00")]
    [InlineData("06:60-22:00")]
    [InlineData("06:00-22:00 \"by bell\"")]
    [InlineData("Mo-Fx 06:00-22:00")]
    [InlineData("Mo--Fr 06:00-22:00")]
    [InlineData("PH off")]
    [InlineData("Mar-Oct 06:00-22:00")]
    [InlineData("06:00-22:00;;08:00-09:00")]
    [InlineData("06:00-12:00-22:00")]
    public void WhatIsNotUnderstoodIsNotGuessed(string hours) => Assert.Null(OpeningHours.Parse(hours));

    [Theory]
    [InlineData("21:30", "We 21:30")]
    [InlineData("9:05", "We 09:05")]
    [InlineData("Sa 00:00", "Sa 00:00")]
    public void ATimeWithoutADayIsThatOfAWorkingDay(string text, string meant) =>
        Assert.Equal(meant, WeekTime.Parse(text)!.Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("9")]
    [InlineData("09:5")]
    [InlineData("-1:00")]
    [InlineData("So 09:00")]
    [InlineData("Sa Su 09:00")]
    public void WhatIsNoTimeIsNotTaken(string text) => Assert.Null(WeekTime.Parse(text));

    // "Sa 08:00" and "08:00" separated by spaces, a bar for the reader's eye.
    private static IEnumerable<WeekTime> Times(string text)
    {
        var day = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "|"))
        {
            if (!char.IsDigit(word[0]))
            {
                day = word + " ";
                continue;
            }

            yield return WeekTime.Parse(day + word)!.Value;
            day = "";
        }
    }
}
