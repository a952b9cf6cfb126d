namespace DynamoToolkit.Expressions;

/// <summary>
/// Says which tokens stand for the attributes of an item type, so that the compiler finds out what <c>r</c> is in
/// <c>runs.Scan().Where(r => r.Status == RunStatus.Running)</c>. Implemented by the generator.
/// </summary>
/// <typeparam name="TAttributes">All attributes: for conditions, and for filters of scans.</typeparam>
/// <typeparam name="TFilter">What a query's filter can use: all but the table's keys.</typeparam>
/// <typeparam name="TUpdatable">What an update can change: all but what keys are made of.</typeparam>
public interface IHasTokens<TAttributes, TFilter, TUpdatable>
    where TAttributes : class, TFilter, new()
    where TFilter : class, TUpdatable, new()
    where TUpdatable : class, new();
