namespace SpatialPlanner.Planning;

/// <summary>A text in the two languages of the product: everything a user reads exists in both.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language"><c>zh</c> or <c>en</c>; anything else gives English.</param>
    public string In(string language) => language == "zh" ? Zh : En;
}
