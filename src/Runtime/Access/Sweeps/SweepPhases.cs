namespace DynamoToolkit;

/// <summary>The pages of a sweep that works through the table twice, for two tasks.</summary>
/// <param name="what">What sweeps, for errors.</param>
/// <param name="first">The name of the first task, and what does a page of it.</param>
/// <param name="second">The name of the second task, and what does a page of it.</param>
internal sealed class SweepPhases(
    string what,
    (string Name, Func<PageToken?, Task<PageToken?>> Page) first,
    (string Name, Func<PageToken?, Task<PageToken?>> Page) second)
{
    /// <summary>Does a page.</summary>
    /// <param name="from">Where it begins; null for the beginning.</param>
    /// <returns>Where the next one begins; null if it was the last.</returns>
    /// <exception cref="ArgumentException">The text is not one that this method returned.</exception>
    public async Task<string?> PageAsync(string? from)
    {
        var parts = (from ?? first.Name).Split(':', 2);
        if (parts[0] != first.Name && parts[0] != second.Name)
            throw new ArgumentException($"'{from}' is not where a {what} ended. Pass its Next.");
        var at = parts.Length == 1 ? null : PageToken.Parse(parts[1]);
        if (parts[0] == second.Name)
            return await second.Page(at).ConfigureAwait(false) is { } next ? $"{second.Name}:{next}" : null;
        return await first.Page(at).ConfigureAwait(false) is { } more ? $"{first.Name}:{more}" : second.Name;
    }
}
