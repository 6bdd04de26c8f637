using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers.Tables;

/// <summary>Tables as offices keep them: registers of facilities, answers of questionnaires.</summary>
public sealed class RegisterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARegisterOfFacilitiesNeedsNoMapping()
    {
        var read = TakenFile.Read(
            _folder.Write(
                "民政名录.csv",
                "序号,机构名称,机构类型,建筑面积（㎡）,床位数（张）,运营状态,运营主体,高德坐标\n"
                + "1,幸福养老院,养老机构,1200㎡,30张,正常运营,街道办,\"108.94,34.26\"\n"
                + "2,北林食堂,老年食堂,约200,20-30,停用,某公司,\"108.95,34.27\"\n"
                + "3,北林托育,托育机构,\"1,200\",40,停用,某公司,\"108.95,34.27\"\n"),
            Facilities);
        // A number of a row is no id: the next register has a row 1 too.
        Assert.Equal(["民政名录-1", "民政名录-3"], read.Column("id"));
        Assert.Equal(["elderly_care", "infant_care"], read.Column("services"));
        Assert.Equal([1200.0, 1200.0], read.Column("floor_area_m2"));
        Assert.Equal([30L, 40L], read.Column("capacity"));
        Assert.Equal(["open", "closed"], read.Column("status"));
        Assert.Equal("capacity '20-30' is not a number", Assert.Single(read.Problems, p => p.Severity == ProblemSeverity.Rejected).What.En);
        Assert.Contains(read.Problems, p => p.What.En == "capacity '30张' was read as 30");
    }

    [Theory]
    [InlineData("投资估算（万元）", "120", 1_200_000.0)]
    [InlineData("投资估算", "1.2万元", 12_000.0)]
    [InlineData("投资估算（元）", "１２０", 120.0)]
    public void AUnitOfTenThousandCounts(string header, string value, double cost)
    {
        var read = TakenFile.Read(_folder.Write("i.csv", $"编号,{header},经度,纬度\n1,{value},108.9,34.2\n"), IdleSpaces);
        Assert.Equal([cost], read.Column("cost_cny"));
        Assert.NotEmpty(read.Problems);
    }

    [Theory]
    [InlineData("面积（公顷）", 2.0, 20_000.0)]
    [InlineData("用地面积（亩）", 3.0, 2000.0)]
    public void AreasInOtherUnitsAreMadeSquareMetres(string header, double value, double area)
    {
        var file = _folder.Write("l.csv", FormattableString.Invariant($"编号,{header},wkt\n1,{value},\"POLYGON ((108 34, 108.1 34, 108.1 34.1, 108 34))\"\n"));
        Assert.Equal([area], TakenFile.Read(file, ResidentialLand).Column("area_m2"));
    }

    [Fact]
    public void AQuestionnaireGivesARowForEachServiceThatAnAnswerNames()
    {
        var file = new TinyXlsx().Sheet(
            "Sheet1",
            TinyXlsx.Rows(
                ["序号", "提交答卷时间", "所用时间", "来源", "来自IP", "1、您所在的社区是？", "2、您的年龄段", "3、您最需要的服务（多选题）"],
                ["1", "2024/3/5 10:20:11", "35秒", "微信", "1.2.3.4", "610103001001", "60-79岁", "社区食堂┋日间照料┋遛狗"],
                ["2", "2024/3/5 10:22:40", "40秒", "链接", "1.2.3.4", "610103001002", "80岁及以上", "药店"])).Write(_folder, "问卷.xlsx");
        var read = TakenFile.Read(file, SurveyResponses);
        Assert.Equal(["问卷-1/1", "问卷-1/2", "问卷-1/3", "问卷-2"], read.Column("id"));
        Assert.Equal(["meals", "elderly_care", "遛狗", "pharmacy"], read.Column("service"));
        Assert.Equal(["age_60_79", "age_60_79", "age_60_79", "age_80_up"], read.Column("age_group"));
        Assert.Equal("微信", read.Column("channel")[0]);
        Assert.Equal("610103001002", read.Column("community_code")[3]);
        Assert.Equal("2024/3/5 10:20:11", read.Column("date")[0]);
        read.Told("遛狗");
    }

    [Fact]
    public void WordsOfYesAndNoAreRead()
    {
        var read = TakenFile.Read(
            _folder.Write("c.csv", "编号,是否封闭,wkt\n1,是,\"POLYGON ((108 34, 108.1 34, 108.1 34.1, 108 34))\"\n2,开放式,\"POLYGON ((108 35, 108.1 35, 108.1 35.1, 108 35))\"\n"),
            Compounds);
        Assert.Equal([true, false], read.Column("gated"));
        var wants = TakenFile.Read(_folder.Write("w.csv", "编号,服务,是否需要\n1,药店,非常需要\n2,药店,不需要\n3,药店,说不清\n"), SurveyResponses);
        Assert.Equal([1L, 0L], wants.Column("want"));
    }
}
