using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Tests.Planning.Survey;

public class SurveyIntakeTests
{
    private static readonly SurveyFrame Frame = new(
        [SmallSurvey.Community("A", 0, 10, 90), SmallSurvey.Community("B", 0, 5, 5), SmallSurvey.Community("Z", 0, 0, 0)], 1, SmallSurvey.Services);

    [Theory]
    [InlineData(null, "meals", "all", 1L, LeftOutReason.NoCommunity)]
    [InlineData("", "meals", "all", 1L, LeftOutReason.NoCommunity)]
    [InlineData("X", "meals", "all", 1L, LeftOutReason.UnknownCommunity)]
    [InlineData("A", "opera", "all", 1L, LeftOutReason.UnknownService)]
    [InlineData("A", null, "all", 1L, LeftOutReason.UnknownService)]
    [InlineData("A", "meals", "elderly", 1L, LeftOutReason.UnknownAge)]
    [InlineData("A", "meals", "121", 1L, LeftOutReason.AgeOutOfRange)]
    [InlineData("A", "meals", "-1", 1L, LeftOutReason.AgeOutOfRange)]
    [InlineData("A", "meals", "all", 2L, LeftOutReason.WantNotZeroOrOne)]
    [InlineData("A", "meals", "all", null, LeftOutReason.WantNotZeroOrOne)]
    [InlineData("Z", "meals", "all", 1L, LeftOutReason.NobodyThere)]
    public void WhatCannotCountIsLeftOutWithTheReason(string? community, string? service, string? age, long? want, LeftOutReason reason)
    {
        var intake = SurveyIntake.Of(Frame, [new("q", community, service, age, want, "common", "online", "p")]);
        Assert.Empty(intake.Counted);
        Assert.Equal(reason, Assert.Single(intake.LeftOut).Reason);
    }

    [Theory]
    [InlineData("0", "age_0_3")]
    [InlineData("2.9", "age_0_3")]
    [InlineData("3", "age_3_6")]
    [InlineData("11", "age_6_12")]
    [InlineData("12", "rest")]
    [InlineData("59", "rest")]
    [InlineData("60", "age_60_79")]
    [InlineData("120", "age_80_up")]
    [InlineData("age_80_up", "age_80_up")]
    [InlineData("all", "rest")]
    [InlineData(null, "rest")]
    public void AnAgeIsAGroupOrYearsOrNothing(string? age, string stratum)
    {
        var intake = SurveyIntake.Of(Frame, [new("q", "A", "meals", age, 1, "common", "online", "p")]);
        Assert.Equal(stratum, intake.Strata.Codes[Assert.Single(intake.Counted).Stratum]);
    }

    [Fact]
    public void WhereAnAnswerSaysOnlySixtyAndOverAllOldAnswersAreOneStratum()
    {
        var intake = SurveyIntake.Of(
            Frame, [Answer("1", "A", "age_60_up"), Answer("2", "A", "age_80_up"), Answer("3", "A", "61"), Answer("4", "A", "all")]);
        Assert.Equal(["age_60_up", "age_60_up", "age_60_up", "rest"], intake.Counted.Select(c => intake.Strata.Codes[c.Stratum]));
        Assert.Equal([0, 0, 0, 10, 90], intake.Strata.PeopleOf(Frame.Communities[0]));
    }

    [Fact]
    public void OfTwoAnswersOfARespondentAboutAServiceTheFirstCounts()
    {
        var intake = SurveyIntake.Of(
            Frame, [Answer("1", "A", respondent: "p"), Answer("2", "A", respondent: "p"), Answer("3", "A", respondent: "p", service: "health")]);
        Assert.Equal(["1", "3"], intake.Counted.Select(c => c.Id));
        Assert.Equal(("2", LeftOutReason.Duplicate), (intake.LeftOut[0].Response.Id, intake.LeftOut[0].Reason));
    }

    [Fact]
    public void ANumberUsedInTwoCommunitiesIsTwoPeopleAndTold()
    {
        var intake = SurveyIntake.Of(Frame, [Answer("1", "A", respondent: "7"), Answer("2", "B", respondent: "7")]);
        Assert.Equal(2, intake.Counted.Count);
        Assert.Equal(["7"], intake.Strangers);
    }

    [Fact]
    public void AnswersWithoutARespondentAreOfDifferentPeople() =>
        Assert.Equal(2, SurveyIntake.Of(Frame, [Answer("1", "A"), Answer("2", "A")]).Counted.Count);

    [Fact]
    public void AWishWithoutAKindCountsAsCommonAndIsTold()
    {
        var intake = SurveyIntake.Of(Frame, [Answer("1", "A") with { NeedKind = null }]);
        Assert.False(Assert.Single(intake.Counted).IsIndividual);
        Assert.Equal(["1"], intake.WithoutKind);
    }

    private static SurveyResponse Answer(
        string id, string community, string age = "all", string? respondent = null, string service = "meals") =>
        new(id, community, service, age, 1, "common", "online", respondent);
}
