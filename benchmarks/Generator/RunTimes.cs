namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>The times of repeated runs, and their medians in seconds.</summary>
internal sealed class RunTimes
{
    private readonly List<(TimeSpan Elapsed, TimeSpan UserCpu)> runs = [];

    public double Elapsed => Median(static run => run.Elapsed);

    public double Cpu => Median(static run => run.UserCpu);

    public void Add((TimeSpan Elapsed, TimeSpan UserCpu) run) => runs.Add(run);

    private double Median(Func<(TimeSpan Elapsed, TimeSpan UserCpu), TimeSpan> time) =>
        runs.Select(time).Order().ElementAt(runs.Count / 2).TotalSeconds;
}
