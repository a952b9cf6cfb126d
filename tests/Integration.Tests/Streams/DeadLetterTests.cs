using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>Dead letters of changes that come again, and replays at the same time.</summary>
public sealed class DeadLetterTests : StreamTests
{
    private readonly Recorder<Metric> metrics = new();

    [Fact]
    public async Task ChangeThatComesAgain_KeepsWhatItsLetterSays()
    {
        metrics.Fails = static _ => true;
        await Metrics.PutAsync(MetricOf(1), Ct);
        var consumer = Consumer();
        await consumer.HandleEventAsync(await EventAsync(), Ct);
        await consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
        var before = await LetterAsync(consumer);
        Assert.Equal(2, before.Attempts);
        Assert.Contains("please", before.Reason, StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await consumer.HandleEventAsync(await EventAsync(), Ct);
        var after = await LetterAsync(consumer);
        Assert.Equal((before.Reason, before.Attempts, before.ParkedAt), (after.Reason, after.Attempts, after.ParkedAt));
    }

    /// <summary>A replay that is slow must not release an item that was released by another one, and parked again.</summary>
    [Fact]
    public async Task ItemThatIsParkedAgain_StaysParked()
    {
        metrics.Fails = static change => change.New?.Value == 0;
        await Metrics.PutAsync(MetricOf(1), Ct);
        var consumer = Consumer();
        await consumer.HandleEventAsync(await EventAsync(), Ct);

        metrics.Fails = static change => change.New?.Value == 1;
        var (begun, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        metrics.Before = async (_, _) =>
        {
            metrics.Before = null;
            begun.SetResult();
            await goesOn.Task;
        };
        var slow = consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
        await begun.Task;
        Assert.Equal(1, (await Consumer().ReplayDeadLettersAsync(cancellationToken: Ct)).ItemsReleased);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Metrics.PutAsync(MetricOf(1, 1), Ct);
        await Consumer().HandleEventAsync(await EventAsync(), Ct);
        goesOn.SetResult();
        Assert.Equal((0, 1), (await slow) switch { var result => (result.ItemsReleased, result.ItemsStillParked) });
        Assert.Contains("\"1\"", (await LetterAsync(consumer)).Record, StringComparison.Ordinal);
    }

    private StreamConsumer Consumer() => StreamConsumer.For<Metric>(Db, new() { MaxAttempts = 1 }).AddHandler(metrics);

    private static async Task<DeadLetter> LetterAsync(StreamConsumer consumer)
    {
        List<DeadLetter> letters = [];
        await foreach (var letter in consumer.ReadDeadLettersAsync(Ct))
            letters.Add(letter);
        return Assert.Single(letters);
    }
}
