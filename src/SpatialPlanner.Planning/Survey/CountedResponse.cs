namespace SpatialPlanner.Planning.Survey;

/// <summary>An answer that counts.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="Community">Place of the community in the frame.</param>
/// <param name="Service">Place of the service in the frame.</param>
/// <param name="Stratum">Stratum of its age.</param>
/// <param name="Wants">True where the service is wanted.</param>
/// <param name="IsIndividual">True for an individual need; one without a kind counts as common.</param>
/// <param name="Channel">How it came; empty where nobody said.</param>
/// <param name="Respondent">Who answered; the row's id where nobody numbered them.</param>
public sealed record CountedResponse(
    string Id, int Community, int Service, int Stratum, bool Wants, bool IsIndividual, string Channel, string Respondent);
