using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>
/// One of many concurrent callers. It does a sequence of operations that only its seed decides, on accounts of its own, and knows after each what
/// must be in the table.
/// </summary>
internal sealed class AccountWorker(DynamoClient client, int seed)
{
    private const int MostAccounts = 12;

    private readonly Random random = new(seed);
    private readonly DynamoTable<Account> table = client.Table<Account>();
    private readonly string owner = $"owner-{seed}";
    private readonly SortedDictionary<int, Account> expected = [];
    private int step;

    /// <summary>How often a conditional write was refused because its own lost first attempt had been applied.</summary>
    public int Recognized { get; private set; }

    public async Task RunAsync(int steps)
    {
        for (step = 1; step <= steps; step++)
            await StepAsync(random.Next(MostAccounts), random.Next(9));
    }

    private Task StepAsync(int number, int kind) => (kind, expected.GetValueOrDefault(number)) switch
    {
        (0 or 1, null) => OpenAsync(number),
        (0, { } account) => OpenAgainAsync(account),
        (1 or 2, { } account) => DepositAsync(account),
        (3, { } account) => WriteStaleAsync(account),
        (4, { } account) => TransferAsync(account),
        (5, { } account) => NoteAsync(account),
        (6, { } account) when step % 3 == 0 => CloseAsync(account),
        (7, _) => ListAsync(),
        (8, _) => ReplaceAsync(number),
        _ => ReadAsync(number),
    };

    private async Task OpenAsync(int number)
    {
        var account = new Account { Owner = owner, Number = number, Balance = 100, Version = 1, Note = $"opened in {step}" };
        await OnceAsync(
            () => table.Put(account).If(static a => a.Owner.NotExists()).ExecuteAsync(),
            Account.Key(owner, number),
            found => found?.Note == account.Note);
        expected[number] = account;
    }

    private Task OpenAgainAsync(Account account) =>
        Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => table.Put(new Account { Owner = owner, Number = account.Number, Balance = -1 }).If(static a => a.Owner.NotExists()).ExecuteAsync());

    private async Task DepositAsync(Account account)
    {
        var (balance, version) = (account.Balance + random.Next(100), account.Version + 1);
        await OnceAsync(
            () => table.Update(KeyOf(account)).Set(static a => a.Balance, balance).Set(static a => a.Version, version)
                .If(a => a.Version == account.Version).ExecuteAsync(),
            KeyOf(account),
            found => found?.Version == version && found.Balance == balance);
        (account.Balance, account.Version) = (balance, version);
    }

    private Task WriteStaleAsync(Account account) =>
        Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => table.Update(KeyOf(account)).Set(static a => a.Balance, -1).If(a => a.Version == account.Version - 1).ExecuteAsync());

    /// <summary>Adds without a condition: only the transaction's token keeps a repeated attempt from adding twice.</summary>
    private async Task TransferAsync(Account from)
    {
        var to = expected.Values.FirstOrDefault(account => account.Number > from.Number);
        if (to is null)
            return;

        await client.TransactWriteAsync(
        [
            table.Update(KeyOf(from)).Add(static a => a.Balance, -7),
            table.Update(KeyOf(to)).Add(static a => a.Balance, 7),
        ]);
        from.Balance -= 7;
        to.Balance += 7;
    }

    private async Task NoteAsync(Account account)
    {
        account.Note = $"noted in {step}";
        await table.Update(KeyOf(account)).Set(static a => a.Note, account.Note).ExecuteAsync();
    }

    private async Task CloseAsync(Account account)
    {
        await OnceAsync(
            () => table.Delete(KeyOf(account)).If(a => a.Version == account.Version).ExecuteAsync(),
            KeyOf(account),
            static found => found is null);
        expected.Remove(account.Number);
    }

    private async Task ReplaceAsync(int number)
    {
        var accounts = Enumerable.Range(number, 3)
            .Select(n => new Account { Owner = owner, Number = n, Balance = step, Version = 1, Note = $"replaced in {step}" })
            .ToList();
        var result = await client.BatchWriteAsync(accounts.Select(table.Put));
        result.ThrowIfIncomplete();
        foreach (var account in accounts)
            expected[account.Number] = account;
    }

    private async Task ReadAsync(int number) =>
        Assert.Equal(Describe(expected.GetValueOrDefault(number)), Describe(await table.GetAsync(Account.Key(owner, number), consistentRead: true)));

    private async Task ListAsync()
    {
        var found = await table.Query(Account.Partition(owner)).PageSize(5).ConsistentRead().ToListAsync();
        Assert.Equal(expected.Values.Select(Describe), found.Select(Describe));
    }

    /// <summary>
    /// Does a conditional write. When it is refused, although its condition held, its first attempt must have been applied and its answer lost:
    /// then the item says so.
    /// </summary>
    private async Task OnceAsync(Func<Task> write, ItemKey<Account> key, Predicate<Account?> isApplied)
    {
        try
        {
            await write();
        }
        catch (ConditionalCheckFailedException)
        {
            Assert.True(isApplied(await table.GetAsync(key, consistentRead: true)), $"Step {step} of {owner} was refused and not applied.");
            Recognized++;
        }
    }

    private static ItemKey<Account> KeyOf(Account account) => Account.Key(account.Owner, account.Number);

    private static string Describe(Account? account) =>
        account is null ? "none" : $"{account.Owner} {account.Number}: {account.Balance} v{account.Version} {account.Note}";
}
