namespace DynamoToolkit.Expressions;

/// <summary>
/// Names the tokens of the attributes of an item type, so that the compiler can infer the type of <c>r</c> in
/// <c>runs.Scan().Where(r => r.Status == RunStatus.Running)</c>. Implemented by the generator.
/// </summary>
/// <typeparam name="TAttributes">All attributes: for conditions, and for filters of scans.</typeparam>
/// <typeparam name="TFilter">The attributes that a query's filter can use: all except the table's keys.</typeparam>
/// <typeparam name="TUpdatable">The attributes that an update can change: all except those that keys are built from.</typeparam>
public interface IHasTokens<TAttributes, TFilter, TUpdatable>
    where TAttributes : class, TFilter, new()
    where TFilter : class, TUpdatable, new()
    where TUpdatable : class, new();
