using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Rooms that new estates had to hand over (配建用房): a community room and one for the old each. Most are as the contract says;
/// some are short, let out, unfit or never handed over, as audits find.
/// </summary>
internal static class CompoundRoomRows
{
    private const double LeastM2 = 60;
    private static readonly DateOnly FirstDeadline = new(2024, 6, 30);

    /// <summary>Service, name, m² per 100 households in the land contract, and in what share of the contracts it stands.</summary>
    private static readonly (string Service, string Name, double Per100M2, double Share)[] Kinds =
        [("community_centre", "社区用房", 20, 1), ("elderly_care", "养老服务用房", 15, 0.85)];

    private static readonly string[] Diverted = ["出租作便利店", "改作物业办公", "改作样板间"];
    private static readonly string[] Unfit = ["无独立出入口", "位于地下室", "消防未验收", "无自来水"];

    public static Rows Make(SampleRecipe recipe, SampleCity city, RulePack pack, IReadOnlyList<Residents> residents)
    {
        var random = new SampleRandom(recipe.Seed, 21);
        var dwellings = city.Houses.Select((h, i) => (h.Parcel, residents[i].Dwellings))
            .GroupBy(h => h.Parcel, h => h.Dwellings).ToDictionary(g => g.Key, g => g.Sum());
        var rows = new Rows(WorkspaceLayers.CompoundRooms);
        foreach (var parcel in city.Parcels.Where(p => p.Use == ParcelUse.Housing && p.Housing == HousingKind.Towers))
        {
            // Drawn for a service that the pack lacks too, so that another pack leaves the other rooms as they were.
            var deadline = FirstDeadline.AddMonths(6 * random.Whole(0, 6));
            foreach (var (service, name, per100M2, share) in Kinds)
            {
                var households = dwellings.GetValueOrDefault(parcel.Index);
                var isAsked = random.Chance(share) && households > 0 && pack.IndexOfService(service) >= 0;
                var required = Math.Max(LeastM2, Math.Round(households * per100M2 / 100));
                var (delivered, state, note) = Outcome(required, random);
                if (isAsked)
                {
                    rows.Add(
                        null, ("id", $"K{rows.List.Count + 1:0000}"), ("compound_id", HousingRows.CompoundId(parcel)),
                        ("service", service), ("required_m2", required), ("delivered_m2", delivered), ("state", state),
                        ("deadline", deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                        ("note", $"{name}{note}（合成示例）"));
                }
            }
        }

        return rows;
    }

    private static (double DeliveredM2, string State, string Note) Outcome(double required, SampleRandom random)
    {
        var asRequired = Math.Round(required * random.Between(1, 1.12));
        var (outcome, small) = (random.Weighted([0.62, 0.1, 0.1, 0.07, 0.06, 0.05]), Math.Round(required * random.Between(0.45, 0.9)));
        var (diverted, unfit) = (random.Of(Diverted), random.Of(Unfit));
        return outcome switch
        {
            0 => (asRequired, "in_use", ""),
            1 => (asRequired, "idle", "，空置"),
            2 => (small, "in_use", "，面积不足"),
            3 => (asRequired, "diverted", $"，{diverted}"),
            4 => (asRequired, "unfit", $"，{unfit}"),
            _ => (0, "not_delivered", "，未移交"),
        };
    }
}
