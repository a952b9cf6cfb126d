using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Conditions as a newcomer writes them find what the same lambda finds in C#, in the engine.</summary>
public sealed class ConditionTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static readonly Ticket[] All =
    [
        new() { Team = "a", Number = 1, Active = true, Approved = true, Votes = 3, Title = "x",
            Tags = ["t"], Flags = [true], Log = [], Groups = { ["g"] = [new Place { City = "Bern" }] } },
        new() { Team = "a", Number = 2, Active = false, Approved = false, Votes = 5, Title = "y",
            Place = new Place { City = "Bern" }, Flags = [false] },
        new() { Team = "a", Number = 3, Active = true, Title = "x", ClosedAt = DateTimeOffset.UnixEpoch, Lists = [new() { ["k"] = 7 }] },
        new() { Team = "a", Number = 4, Active = false, Votes = 0, Yearly = { [2026] = [1.5] }, Reached = { [RunStatus.Failed] = true } },
    ];

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient db;

    public ConditionTests() => db = new DynamoClient(engine);

    private DynamoTable<Ticket> Tickets => db.Table<Ticket>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Ticket>()), Ct);
        (await db.BatchWriteAsync(All.Select(Tickets.Put), Ct)).ThrowIfIncomplete();
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Booleans_AreConditions()
    {
        await FindsAsync(t => t.Active, 1, 3);
        await FindsAsync(t => !t.Active, 2, 4);
        await FindsAsync(t => t.Active && t.Approved, 1);
        await FindsAsync(t => !(t.Active || t.Approved), 2, 4);
        await FindsAsync(t => !t.Approved, 2, 3, 4);
        await FindsAsync(t => t.Approved == false, 2);
        await FindsAsync(t => t.Approved != false, 1, 3, 4);
        await FindsAsync(t => t.Approved == null, 3, 4);
        await FindsAsync(t => null != t.Approved, 1, 2);
        await FindsAsync(t => true == t.Active, 1, 3);
        await FindsAsync(t => t.Active == t.Approved, 1, 2);
        await FindsAsync(t => t.Flags[0], 1);
        await FindsAsync(t => t.Reached[RunStatus.Failed], 4);
        await FindsAsync(t => t.Approved.In(true, false), 1, 2);
        await FindsAsync(t => t.Approved == null || !t.Approved && t.Approved == false, 2, 3, 4);
    }

    [Fact]
    public async Task AndAlso_AndOrElse_MakeTheTreeThatAndAndOrMake()
    {
        await FindsAsync(t => t.Title == "x" && t.Votes > 1, 1);
        await FindsAsync(t => t.Title == "y" || t.Votes == 3, 1, 2);
        await FindsAsync(t => t.Title == "x" && t.Votes > 1 || t.Number == 4 && !t.Active, 1, 4);
        await FindsAsync(t => (t.Title == "x" || t.Number == 4) && t.Active, 1, 3);
    }

    [Fact]
    public async Task Values_MayStandFirst()
    {
        await FindsAsync(t => 3 < t.Votes, 2);
        await FindsAsync(t => 3 <= t.Votes, 1, 2);
        await FindsAsync(t => 3 > t.Votes, 4);
        await FindsAsync(t => 3 >= t.Votes, 1, 4);
        await FindsAsync(t => "x" == t.Title, 1, 3);
        await FindsAsync(t => "x" != t.Title, 2, 4);
        await FindsAsync(t => RunStatus.Running == t.Status, 1, 2, 3, 4);
        await FindsAsync(t => 0 < t.Tags.Size(), 1);
        await FindsAsync(t => 1 == t.Title.Size(), 1, 2, 3);
    }

    [Fact]
    public async Task Null_IsWhatAMemberHasThatIsAbsentOrStoredAsNull()
    {
        await FindsAsync(t => t.Votes == null, 3);
        await FindsAsync(t => t.Votes != null, 1, 2, 4);
        await FindsAsync(t => null == t.ClosedAt, 1, 2, 4);
        await FindsAsync(t => t.Place == null, 1, 3, 4);
        await FindsAsync(t => t.Place != null, 2);
        await FindsAsync(t => t.Log == null, 2, 3, 4);
        await FindsAsync(t => t.Tags == null, 2, 3, 4);

        // Another program may write NULL.
        await engine.UpdateItemWithNullAsync("tickets", Ticket.Key("a", 1), "votes", Ct);
        await FindsAsync(t => t.Votes == null, 1, 3);
        await FindsAsync(t => t.Votes != null, 2, 4);
    }

    [Fact]
    public async Task NullableValues_AreComparedAsTheirValues()
    {
        int? three = 3, none = null;
        await FindsAsync(t => t.Votes == three, 1);
        await FindsAsync(t => t.Votes != three, 2, 3, 4);
        await FindsAsync(t => none == t.Votes, 3);
        await FindsAsync(t => t.Votes > three, 2);
        await FindsAsync(t => three >= t.Votes, 1, 4);
        bool? yes = true;
        await FindsAsync(t => t.Active == yes, 1, 3);
        RunStatus? status = RunStatus.Running;
        await FindsAsync(t => t.Status == status, 1, 2, 3, 4);
        Assert.Contains("votes", Assert.Throws<ArgumentNullException>(() => Tickets.Scan().Where(t => t.Votes < none)).Message);
    }

    [Fact]
    public async Task Collections_AreComparedAsAWhole()
    {
        HashSet<string> tags = ["t"];
        await FindsAsync(t => t.Tags == tags, 1);
        await FindsAsync(t => t.Tags != tags, 2, 3, 4);
        await FindsAsync(t => t.Place == new Place { City = "Bern" }, 2);
    }

    [Fact]
    public async Task Paths_GoThroughCollectionsOfAnyDepth()
    {
        await FindsAsync(t => t.Groups["g"][0].City == "Bern", 1);
        await FindsAsync(t => t.Groups["g"].Size() == 1, 1);
        await FindsAsync(t => t.Lists[0]["k"] > 6, 3);
        await FindsAsync(t => t.Yearly[2026][0] == 1.5, 4);
        await FindsAsync(t => t.Yearly[2026].Contains(1.5), 4);
        await FindsAsync(t => t.Deep["a"]["b"].Contains("c"));
    }

    [Fact]
    public async Task In_TakesAnySequence_AndNothingMatchesNone()
    {
        List<string> titles = ["x", "z"];
        await FindsAsync(t => t.Title.In(titles), 1, 3);
        await FindsAsync(t => t.Title.In(titles.Where(title => title == "y")));
        await FindsAsync(t => !t.Title.In(), 1, 2, 3, 4);
        await FindsAsync(t => t.Status.In(new List<RunStatus>()));
        await FindsAsync(t => t.Number == 4 || t.Votes.In([]), 4);
    }

    private async Task FindsAsync(Func<Ticket.Attributes, Condition> condition, params int[] numbers)
    {
        var found = await Tickets.Scan().Where(condition).ToListAsync(Ct);
        Assert.Equal(numbers, found.Select(ticket => ticket.Number).Order());
    }
}
