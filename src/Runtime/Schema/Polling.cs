namespace DynamoToolkit.Schema;

/// <summary>
/// Waits for the service to finish changing a table: with short intervals at first, then every two seconds, for up to ten minutes.
/// </summary>
internal sealed class Polling(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromMinutes(10);

    private readonly long start = time.GetTimestamp();
    private TimeSpan next = TimeSpan.FromMilliseconds(20);

    public async Task WaitAsync(string failure, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(start) > GivesUpAfter)
        {
            throw new TimeoutException(
                $"{failure} Gave up after {GivesUpAfter.TotalMinutes} minutes. "
                + "The service may still finish: call the method again to continue waiting.");
        }

        await Task.Delay(next, time, cancellationToken).ConfigureAwait(false);
        next = next * 2 > Longest ? Longest : next * 2;
    }
}
