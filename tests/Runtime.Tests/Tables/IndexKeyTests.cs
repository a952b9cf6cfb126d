using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables;

/// <summary>
/// What no secondary index takes as a key, in everything that writes it: the status is a sort key of an index, the country a partition key.
/// </summary>
public sealed class IndexKeyTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Db db = new();

    /// <summary>A status that cannot be a key, and what the error says of it.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "", "'status' is a key of index 'byPlace', but its value is empty" },
        { new string('x', 1025), "'status' is a key of index 'byPlace' with 1025 bytes, but DynamoDB accepts at most 1024" },
        { new string('é', 513), "1026 bytes" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Put_IsRefusedBeforeSending(string status, string reason) => RefusesAsync(reason, () => db.Runs.PutAsync(RunOf(status), Ct));

    [Theory]
    [MemberData(nameof(Refused))]
    public Task PutWithOptions_IsRefusedBeforeSending(string status, string reason) =>
        RefusesAsync(reason, () => db.Runs.Put(RunOf(status)).ReturnOld().ExecuteAsync(Ct));

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Transaction_IsRefusedBeforeSending(string status, string reason) => RefusesAsync(
        reason, () => db.Client.TransactWriteAsync(
            [db.Runs.Put(RunOf("fine")), db.Runs.Put(new Run { RunId = "2", Status = status })], Ct));

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Batch_IsRefusedBeforeSending(string status, string reason) =>
        RefusesAsync(reason, () => db.Client.BatchWriteAsync([db.Runs.Put(RunOf(status))], Ct));

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Update_IsRefusedBeforeSending(string status, string reason)
    {
        await RefusesAsync(reason, () => NewUpdate().Set(r => r.Status, status).ExecuteAsync(Ct));
        await RefusesAsync(reason, () => NewUpdate().SetIfNotExists(r => r.Status, status).ExecuteAsync(Ct));
        await RefusesAsync(reason, () => db.Client.TransactWriteAsync([NewUpdate().Set(r => r.Status, status)], Ct));
    }

    [Fact]
    public async Task Update_OfAPartitionKey_HasThatKeysLimit()
    {
        var country = new Attribute<string, StringConverter>("country");
        await NewUpdate().Set(country, new string('x', 2048)).ExecuteAsync(Ct);
        db.Transport.Requests.Clear();
        await RefusesAsync(
            "'country' is a key of index 'byPlace' with 2049 bytes",
            () => NewUpdate().Set(country, new string('x', 2049)).ExecuteAsync(Ct));
    }

    [Fact]
    public async Task ValuesThatFit_AreSent()
    {
        // Escapes make the JSON longer than what counts.
        foreach (var status in new[] { null, "x", new string('x', 1024), new string('\n', 1024) })
        {
            await db.Runs.PutAsync(RunOf(status), Ct);
            await NewUpdate().Set(r => r.Status, status).ExecuteAsync(Ct);
        }

        Assert.Equal(8, db.Transport.Requests.Count);
    }

    [Fact]
    public async Task Update_OfOtherAttributes_TakesWhatNoKeyMayBe()
    {
        await NewUpdate()
            .Set(r => r.Status, "x")
            .Set(r => r.RunId, "")
            .Set(r => r.Place.City, new string('x', 5000))
            .If(r => r.Status != "")
            .ExecuteAsync(Ct);
        Assert.Single(db.Transport.Requests);
    }

    private static Run RunOf(string? status) => new() { RunId = "1", Status = status };

    private Update<Run> NewUpdate() => db.Runs.Update(Run.Key("1"));

    private async Task RefusesAsync(string reason, Func<Task> write)
    {
        var error = await Assert.ThrowsAsync<InvalidAttributeValueException>(write);
        Assert.Contains(reason, error.Message);
        Assert.Empty(db.Transport.Requests);
    }
}
