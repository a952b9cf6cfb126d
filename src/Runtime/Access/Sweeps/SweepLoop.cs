namespace DynamoToolkit;

/// <summary>The pages of a tool that works through a table, one after another, within its limits.</summary>
internal static class SweepLoop
{
    /// <summary>Works until the end, or until the capacity is used.</summary>
    /// <typeparam name="TResult">What the tool reports.</typeparam>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="time">The clock.</param>
    /// <param name="page">
    /// Works on one page. It gets where the page begins and the budget to count with, and returns all that the call has done so far.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<TResult> RunAsync<TResult>(
        SweepOptions options, TimeProvider time, Func<string?, SweepBudget, Task<TResult>> page, CancellationToken cancellationToken)
        where TResult : SweepResult
    {
        Check(options);
        var budget = new SweepBudget(options, time);
        var from = options.From;
        while (true)
        {
            var result = await page(from, budget).ConfigureAwait(false);
            result = result with { CapacityUnits = budget.Used };
            if (options.OnPage is { } report)
                await report(result, cancellationToken).ConfigureAwait(false);
            if (result.Next is null || budget.IsSpent)
                return result;
            from = result.Next;
            await budget.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Check(SweepOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PageSize, 1, nameof(options.PageSize));
        if (options.MaxCapacityUnits is { } most)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(options.MaxCapacityUnits));
        if (options.CapacityUnitsPerSecond is { } rate)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate, nameof(options.CapacityUnitsPerSecond));
    }
}
