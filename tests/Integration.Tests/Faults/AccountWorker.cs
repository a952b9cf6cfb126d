using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>
/// One of many concurrent callers. It does a sequence of operations that only its seed decides, on accounts of its own, and knows after
/// each what must be in the table.
/// </summary>
internal sealed class AccountWorker(DynamoClient client, int seed, CancellationToken cancellationToken)
{
    private const int MostAccounts = 12;

    /// <summary>The number of an account that is never opened.</summary>
    private const int Nowhere = -1;

    private readonly Random random = new(seed);
    private readonly DynamoTable<Account> table = client.Table<Account>();
    private readonly string owner = $"owner-{seed}";
    private readonly SortedDictionary<int, Account> expected = [];
    private int step;

    /// <summary>How often a conditional write was refused because its own lost first attempt had been applied.</summary>
    public int Recognized { get; private set; }

    /// <summary>How many operations were made, of each kind. Reads that only find out about a refused write are none.</summary>
    public SortedDictionary<WorkerStep, int> Made { get; } = [];

    public async Task RunAsync(int steps)
    {
        for (step = 1; step <= steps; step++)
        {
            var number = random.Next(MostAccounts);
            var kind = Choose(number, random.Next(24));
            await DoAsync(kind, number);
            Made[kind] = Made.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>What a random number means for an account: only what it can be done with.</summary>
    private WorkerStep Choose(int number, int chance) => (chance, expected.ContainsKey(number)) switch
    {
        (_, false) when chance < 7 => WorkerStep.Open,
        (0 or 1, true) => WorkerStep.OpenAgain,
        (2 or 3 or 4, true) => WorkerStep.Deposit,
        (5 or 6, true) => WorkerStep.WriteStale,
        (7 or 8, true) when PartnerOf(number) is not null => WorkerStep.Transfer,
        (9 or 10, true) => WorkerStep.Cancel,
        (11 or 12, true) => WorkerStep.Note,
        (13, true) => WorkerStep.Close,
        (14 or 15, _) => WorkerStep.Replace,
        (16 or 17, _) => WorkerStep.ReadMany,
        (18 or 19, _) => WorkerStep.ReadTogether,
        (20, _) => WorkerStep.List,
        (21, _) => WorkerStep.Scan,
        _ => WorkerStep.Read,
    };

    private Task DoAsync(WorkerStep kind, int number) => kind switch
    {
        WorkerStep.Open => OpenAsync(number),
        WorkerStep.OpenAgain => OpenAgainAsync(expected[number]),
        WorkerStep.Deposit => DepositAsync(expected[number]),
        WorkerStep.WriteStale => WriteStaleAsync(expected[number]),
        WorkerStep.Transfer => TransferAsync(expected[number], PartnerOf(number)!),
        WorkerStep.Cancel => CancelAsync(expected[number]),
        WorkerStep.Note => NoteAsync(expected[number]),
        WorkerStep.Close => CloseAsync(expected[number]),
        WorkerStep.Replace => ReplaceAsync(number),
        WorkerStep.ReadMany => ReadManyAsync(),
        WorkerStep.ReadTogether => ReadTogetherAsync(number),
        WorkerStep.List => ListAsync(),
        WorkerStep.Scan => ScanAsync(),
        _ => ReadAsync(number),
    };

    private Account? PartnerOf(int number) => expected.Values.FirstOrDefault(account => account.Number > number);

    private async Task OpenAsync(int number)
    {
        var account = new Account { Owner = owner, Number = number, Balance = 100, Version = 1, Note = $"opened in {step}" };
        await OnceAsync(
            () => table.Put(account).If(static a => a.Owner.NotExists()).ExecuteAsync(cancellationToken),
            Account.Key(owner, number),
            found => found?.Note == account.Note);
        expected[number] = account;
    }

    private Task OpenAgainAsync(Account account) =>
        Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => table.Put(new Account { Owner = owner, Number = account.Number, Balance = -1 })
                .If(static a => a.Owner.NotExists()).ExecuteAsync(cancellationToken));

    private async Task DepositAsync(Account account)
    {
        var (balance, version) = (account.Balance + random.Next(100), account.Version + 1);
        await OnceAsync(
            () => table.Update(KeyOf(account)).Set(static a => a.Balance, balance).Set(static a => a.Version, version)
                .If(a => a.Version == account.Version).ExecuteAsync(cancellationToken),
            KeyOf(account),
            found => found?.Version == version && found.Balance == balance);
        (account.Balance, account.Version) = (balance, version);
    }

    private Task WriteStaleAsync(Account account) =>
        Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => table.Update(KeyOf(account)).Set(static a => a.Balance, -1)
                .If(a => a.Version == account.Version - 1).ExecuteAsync(cancellationToken));

    /// <summary>Adds without a condition: only the transaction's token keeps a repeated attempt from adding twice.</summary>
    private async Task TransferAsync(Account from, Account to)
    {
        await client.TransactWriteAsync(
        [
            table.Update(KeyOf(from)).Add(static a => a.Balance, -7),
            table.Update(KeyOf(to)).Add(static a => a.Balance, 7),
        ], cancellationToken);
        from.Balance -= 7;
        to.Balance += 7;
    }

    /// <summary>Nothing of a cancelled transaction is done, however often it is sent.</summary>
    private async Task CancelAsync(Account account)
    {
        var exception = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => client.TransactWriteAsync(
        [
            table.Update(KeyOf(account)).Add(static a => a.Balance, -1_000_000),
            table.Check(Account.Key(owner, Nowhere)).If(static a => a.Owner.Exists()),
        ], cancellationToken));
        Assert.Equal(["None", "ConditionalCheckFailed"], exception.CancellationReasons.Select(static reason => reason.Code));
    }

    private async Task NoteAsync(Account account)
    {
        account.Note = $"noted in {step}";
        await table.Update(KeyOf(account)).Set(static a => a.Note, account.Note).ExecuteAsync(cancellationToken);
    }

    private async Task CloseAsync(Account account)
    {
        await OnceAsync(
            () => table.Delete(KeyOf(account)).If(a => a.Version == account.Version).ExecuteAsync(cancellationToken),
            KeyOf(account),
            static found => found is null);
        expected.Remove(account.Number);
    }

    private async Task ReplaceAsync(int number)
    {
        var accounts = Enumerable.Range(number, 3)
            .Select(n => new Account { Owner = owner, Number = n, Balance = step, Version = 1, Note = $"replaced in {step}" })
            .ToList();
        var result = await client.BatchWriteAsync(accounts.Select(table.Put), cancellationToken);
        result.ThrowIfIncomplete();
        foreach (var account in accounts)
            expected[account.Number] = account;
    }

    private async Task ReadAsync(int number) =>
        Assert.Equal(
            Describe(expected.GetValueOrDefault(number)),
            Describe(await table.GetAsync(Account.Key(owner, number), consistentRead: true, cancellationToken: cancellationToken)));

    private async Task ReadManyAsync()
    {
        var result = await table.BatchGetAsync(
            Enumerable.Range(0, MostAccounts + 2).Select(number => Account.Key(owner, number)),
            new BatchGetOptions { ConsistentRead = true },
            cancellationToken);
        Assert.Empty(result.Unprocessed);
        AssertIsAll(result.Items);
    }

    private async Task ReadTogetherAsync(int number)
    {
        var (first, second) = await client.TransactGetAsync(
            table.Get(Account.Key(owner, number)), table.Get(Account.Key(owner, number + 1)), cancellationToken);
        Assert.Equal(Describe(expected.GetValueOrDefault(number)), Describe(first));
        Assert.Equal(Describe(expected.GetValueOrDefault(number + 1)), Describe(second));
    }

    /// <summary>Others write while this reads, but not its own accounts.</summary>
    private async Task ScanAsync()
    {
        var found = await table.Scan().PageSize(80).ConsistentRead().ToListAsync(cancellationToken);
        AssertIsAll(found.Where(account => account.Owner == owner));
    }

    private async Task ListAsync()
    {
        var found = await table.Query(Account.Partition(owner)).PageSize(5).ConsistentRead().ToListAsync(cancellationToken);
        Assert.Equal(expected.Values.Select(Describe), found.Select(Describe));
    }

    private void AssertIsAll(IEnumerable<Account> found) =>
        Assert.Equal(expected.Values.Select(Describe), found.OrderBy(static account => account.Number).Select(Describe));

    /// <summary>
    /// Does a conditional write. When it is refused, although its condition held, its first attempt must have been applied and its answer
    /// lost: then the item says so.
    /// </summary>
    private async Task OnceAsync(Func<Task> write, ItemKey<Account> key, Predicate<Account?> isApplied)
    {
        try
        {
            await write();
        }
        catch (ConditionalCheckFailedException)
        {
            Assert.True(
                isApplied(await table.GetAsync(key, consistentRead: true, cancellationToken: cancellationToken)),
                $"Step {step} of {owner} was refused and not applied.");
            Recognized++;
        }
    }

    private static ItemKey<Account> KeyOf(Account account) => Account.Key(account.Owner, account.Number);

    private static string Describe(Account? account) =>
        account is null ? "none" : $"{account.Owner} {account.Number}: {account.Balance} v{account.Version} {account.Note}";
}
