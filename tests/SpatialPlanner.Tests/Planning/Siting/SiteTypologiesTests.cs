using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

public class SiteTypologiesTests
{
    // 600 m², 3 functions, 2 of them of elderly_care, infant_care, child_custody, meals.
    [Theory]
    [InlineData(600, "elderly_care;meals;health", SiteTypology.Complex)]
    [InlineData(599.9, "elderly_care;meals;health", SiteTypology.Infill)]
    [InlineData(900, "elderly_care;meals", SiteTypology.Infill)]
    [InlineData(900, "meals;health;sports;culture", SiteTypology.Infill)]
    [InlineData(900, "meals;infant_care;sports;culture", SiteTypology.Complex)]
    public void AComplexIsLargeEnoughAndHasEnoughFunctionsAndEnoughPriorityOnes(double area, string services, SiteTypology expected)
    {
        var (typology, reasons) = SiteTypologies.Of(
            Pack.Default.Complex, area, [.. services.Split(';').Select(c => Pack.Default.Services.Single(s => s.Code == c))]);
        Assert.Equal(expected, typology);
        Assert.Equal(3, reasons.Count);
        Assert.Equal(expected == SiteTypology.Infill, reasons.Any(r => r.En.Contains("fewer than", StringComparison.Ordinal) || r.En.Contains("less than", StringComparison.Ordinal)));
        Assert.Equal(area >= 800, reasons[0].En.Contains("at least the 800 m² wished for", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutARuleEverySiteIsInfillAndSaysWhy()
    {
        var (typology, reasons) = SiteTypologies.Of(null, 5000, Pack.Default.Services);
        Assert.Equal(SiteTypology.Infill, typology);
        Assert.Contains("no rule for complexes", Assert.Single(reasons).En, StringComparison.Ordinal);
    }
}
