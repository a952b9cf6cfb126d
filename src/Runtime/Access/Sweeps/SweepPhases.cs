namespace DynamoToolkit;

/// <summary>The pages of a sweep that works through the table several times, for one task after another.</summary>
/// <param name="what">What sweeps, for errors.</param>
/// <param name="phases">The name of each task, and what does a page of it.</param>
internal sealed class SweepPhases(string what, params (string Name, Func<PageToken?, Task<PageToken?>> Page)[] phases)
{
    /// <summary>Does a page.</summary>
    /// <param name="from">Where it begins; null for the beginning.</param>
    /// <returns>Where the next one begins; null if it was the last.</returns>
    /// <exception cref="ArgumentException">The text is not one that this method returned.</exception>
    public async Task<string?> PageAsync(string? from)
    {
        var parts = (from ?? phases[0].Name).Split(':', 2);
        var place = Array.FindIndex(phases, phase => phase.Name == parts[0]);
        if (place < 0)
            throw new ArgumentException($"'{from}' is not where a {what} ended. Pass its Next.");
        var (name, page) = phases[place];
        if (await page(parts.Length == 1 ? null : PageToken.Parse(parts[1])).ConfigureAwait(false) is { } next)
            return $"{name}:{next}";
        return place + 1 < phases.Length ? phases[place + 1].Name : null;
    }
}
