using System.Globalization;
using DynamoToolkit.Analyzers.Models;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>The part of a load that the busiest partition key takes.</summary>
/// <param name="Part">The part, at most 1.</param>
/// <param name="Text">Where it comes from, for messages.</param>
/// <param name="IsCertain">Whether the busiest key takes at least this; otherwise the skew is assumed.</param>
internal sealed record KeyShare(double Part, string Text, bool IsCertain)
{
    /// <summary>The share that is certain: what is stated, all of it for a key that all share, or that of evenly busy keys.</summary>
    public static KeyShare? Certain(KeySpread spread, Load load)
    {
        if (load.HottestShare > 0)
            return new KeyShare(load.HottestShare, "on the busiest key", IsCertain: true);
        return spread.Shape switch
        {
            KeyShape.Constant => new KeyShare(1, "on the one key", IsCertain: true),
            KeyShape.TimeBucket when spread.Values is 1 or null => new KeyShare(1, "on the current key", IsCertain: true),
            KeyShape.TimeBucket or KeyShape.Few or KeyShape.Many when spread.Values is { } values and > 1 =>
                new KeyShare(1.0 / values, $"on each of {Count(values)} keys, if they are evenly busy", IsCertain: true),
            KeyShape.Few => new KeyShare(1, "on the one key", IsCertain: true),
            _ => null,
        };
    }

    /// <summary>The share if a few keys are much busier than the others, as they usually are (Zipf's law).</summary>
    public static KeyShare? Skewed(KeySpread spread, Load load, RuleOptions options)
    {
        if (load.HottestShare > 0)
            return null;
        var values = spread.Shape switch
        {
            KeyShape.Few or KeyShape.TimeBucket => spread.Values,
            KeyShape.FewByName or KeyShape.Tenant => options.AssumedTenants,
            _ => null,
        };
        if (values is not { } count || count < 2)
            return null;
        var harmonic = 0.0;
        for (var i = 1; i <= Math.Min(count, 1_000_000); i++)
            harmonic += 1.0 / i;
        var assumed = spread.Values is null ? "assumed " : "";
        return new KeyShare(1 / harmonic, $"on the busiest of {assumed}{Count(count)} keys, assuming a usual skew", IsCertain: false);
    }

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
