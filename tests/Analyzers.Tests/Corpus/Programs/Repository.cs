using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Customers;
using DynamoToolkit;

namespace Corpus.Programs.Repositories;

/// <summary>What every repository of the program can do.</summary>
public interface IRepository<T>
    where T : class, IItem<T>
{
    Task<T?> FindAsync(ItemKey<T> key, CancellationToken cancellationToken = default);

    Task AddAsync(T item, CancellationToken cancellationToken = default);

    Task<IReadOnlyList<T>> FindAllAsync(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken = default);
}

/// <summary>One implementation for all types.</summary>
public class Repository<T>(DynamoTable<T> table) : IRepository<T>
    where T : class, IItem<T>
{
    protected DynamoTable<T> Table => table;

    public virtual async Task<T?> FindAsync(ItemKey<T> key, CancellationToken cancellationToken = default) =>
        await table.GetAsync(key, cancellationToken: cancellationToken);

    public virtual Task AddAsync(T item, CancellationToken cancellationToken = default) => table.CreateAsync(item, cancellationToken);

    public async Task<IReadOnlyList<T>> FindAllAsync(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken = default)
    {
        var result = await table.BatchGetAsync(keys, cancellationToken);
        result.ThrowIfIncomplete();
        return result.Items;
    }

    /// <summary>Adds the rest of a query to it.</summary>
    protected Query<T> Newest(PartitionKeyCondition<T> partition) => table.Query(partition).Descending().PageSize(100);
}

/// <summary>Customers, with what only they have.</summary>
public sealed class CustomerRepository(DynamoTable<Customer> table) : Repository<Customer>(table)
{
    public override async Task<Customer?> FindAsync(ItemKey<Customer> key, CancellationToken cancellationToken = default)
    {
        var found = await base.FindAsync(key, cancellationToken);
        return found is { Consent.GivenAt: null } ? null : found;
    }

    public async Task<IEnumerable<long>> NumbersAsync(string segment, string area, CancellationToken cancellationToken = default)
    {
        var all = await Table.Query(Customer.Index.BySegment(segment, area)).ToListAsync(cancellationToken);
        return all.Select(customer => customer.Number);
    }

    public Task<Customer?> LatestAsync(long number, CancellationToken cancellationToken = default) =>
        Newest(Customer.Partition(number)).FirstOrDefaultAsync(cancellationToken);
}
