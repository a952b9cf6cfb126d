using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/materializers.md</c> run; a test compares them with the page.</summary>
public sealed class MaterializerExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copies_AreReadAndFiltered()
    {
        var (db, jobs) = (Db, Db.Table<Job>());
        await FillAsync();
        await jobs.MaterializeAsync(Job.Key("1"), ct);

        // example: read
        var red = await jobs.Scan().Where(job => job.Labels["team"] == "red").ToListAsync(ct);

        var job = await jobs.GetAsync(Job.Key("1"), cancellationToken: ct);
        var labels = job!.Labels is { } copies && Job.Materialized.Labels.Includes("team")
            ? copies.GetValueOrDefault("team")                      // one read, of the parent
            : (await db.Table<JobLabel>().GetAsync(JobLabel.Key("1", "team"), cancellationToken: ct))?.Value;
        // end
        Assert.Equal("1", Assert.Single(red).Id);
        Assert.Equal("red", labels);
    }

    [Fact]
    public async Task Handlers_ApplyChanges()
    {
        var jobs = Db.Table<Job>();
        await FillAsync();

        // example: handlers
        IChangeHandler<JobLabel> ofLabels = jobs.Materializer(Job.Materialized.Labels);
        IChangeHandler<JobRemark> ofRemarks = jobs.Materializer(Job.Materialized.Remarks);
        IChangeHandler<Job> ofJobs = jobs.Materializer();           // a new job may have older labels
        // end
        var label = new JobLabel { Id = "1", Name = "team", Value = "blue" };
        await Db.Table<JobLabel>().PutAsync(label, ct);
        await ofLabels.HandleAsync(Inserted(JobLabel.Key("1", "team"), label), ct);
        Assert.Equal("blue", (await jobs.GetAsync(Job.Key("1"), cancellationToken: ct))!.Labels!["team"]);

        await ofRemarks.HandleAsync(Inserted(JobRemark.Key("1", 1), new JobRemark { Id = "1", No = 1 }), ct);
        Assert.Equal(0, (await jobs.GetAsync(Job.Key("1"), cancellationToken: ct))!.Remarks);

        var other = new Job { Id = "2" };
        await jobs.CreateAsync(other, ct);
        await ofJobs.HandleAsync(Inserted(Job.Key("2"), other), ct);
        Assert.Empty((await jobs.GetAsync(Job.Key("2"), cancellationToken: ct))!.Labels!);

        var unlabelled = new HashSet<string>();
        await new UnlabelledJobs(jobs, unlabelled).HandleAsync(Inserted(Job.Key("2"), other), ct);
        await new UnlabelledJobs(jobs, unlabelled).HandleAsync(Inserted(Job.Key("1"), other), ct);
        Assert.Equal(["2"], unlabelled);
    }

    [Fact]
    public void Consumers_HaveMaterializers()
    {
        var db = Db;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDynamoToolkit().AddSingleton<IDynamoTransport>(Engine);

        // example: hosted
        builder.Services.AddDynamoStream<Job>().AddMaterializers<Job>();
        // end

        // example: consumer
        var consumer = StreamConsumer.For<Job>(db).AddMaterializers<Job>();
        // end
        Assert.Throws<ArgumentException>(() => consumer.AddMaterializers<Job>());
        using var host = builder.Build();
        Assert.Equal("jobs", host.Services.GetRequiredKeyedService<StreamConsumer>("default").TableName);
        Assert.Throws<ArgumentException>(
            () => host.Services.GetRequiredKeyedService<StreamConsumer>("default").AddHandler(Db.Table<Job>().Materializer()));
    }

    [Fact]
    public async Task Backfill_Continues()
    {
        // The sweep waits, so it needs a clock that goes on.
        using var db = new DynamoClient(Engine);
        var jobs = db.Table<Job>();
        await FillAsync();

        // example: backfill
        string? next = null;                                        // keep it, to continue after a restart
        do
        {
            var result = await jobs.BackfillMaterializedAsync(
                new SweepOptions { From = next, MaxCapacityUnits = 5_000, CapacityUnitsPerSecond = 500 }, ct);
            Console.WriteLine($"{result.Scanned} jobs, {result.Changed} members corrected");
            next = result.Next;
        }
        while (next is not null);
        // end
        Assert.Equal("red", (await jobs.GetAsync(Job.Key("1"), cancellationToken: ct))!.Labels!["team"]);

        // example: one
        await jobs.MaterializeAsync(Job.Key("1"), ct);
        // end
    }

    private static Change<T> Inserted<T>(ItemKey<T> key, T item)
        where T : IItem<T> =>
        new() { Kind = ChangeKind.Insert, Key = key, New = item, SequenceNumber = SequenceNumber.Parse("1") };

    private async Task FillAsync()
    {
        await Db.EnsureTableAsync(
            TableDefinition.For(TableModel.Of<Job>(), TableModel.Of<JobLabel>(), TableModel.Of<JobRemark>()), ct);
        await Db.Table<Job>().CreateAsync(new Job { Id = "1" }, ct);
        await Db.Table<JobLabel>().PutAsync(new JobLabel { Id = "1", Name = "team", Value = "red" }, ct);
    }
}
