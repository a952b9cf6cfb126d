using System.Numerics;
using System.Runtime.CompilerServices;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>The lambda forms as the generator writes them.</summary>
internal static class RunExpressions
{
    public static Put<Run> If(this Put<Run> put, Func<Run.Attributes, Condition> condition) => put.If(condition(default));

    public static Delete<Run> If(this Delete<Run> delete, Func<Run.Attributes, Condition> condition) => delete.If(condition(default));

    public static ConditionCheck<Run> If(this ConditionCheck<Run> check, Func<Run.Attributes, Condition> condition)
        => check.If(condition(default));

    public static Update<Run> If(this Update<Run> update, Func<Run.Attributes, Condition> condition) => update.If(condition(default));

    public static Query<Run> Where(this Query<Run> query, Func<Run.Attributes, Condition> condition) => query.Where(condition(default));

    public static Scan<Run> Where(this Scan<Run> scan, Func<Run.Attributes, Condition> condition) => scan.Where(condition(default));

    public static Update<Run> Set<TValue, TConverter>(
        this Update<Run> update, Func<Run.Attributes, IAttribute<TValue, TConverter>> attribute, TValue? value)
        where TConverter : IAttributeConverter<TValue> => update.Set(attribute(default), value);

    public static Update<Run> Set<TValue, TConverter>(
        this Update<Run> update, Func<Run.Attributes, IAttribute<TValue, TConverter>> attribute, TValue? value)
        where TValue : struct
        where TConverter : IAttributeConverter<TValue> =>
        value is { } some ? update.Set(attribute(default), some) : update.Remove(attribute(default));

    // Below the others, so that a null is a value and not this delegate.
    [OverloadResolutionPriority(-1)]
    public static Update<Run> Set<TValue, TConverter>(
        this Update<Run> update,
        Func<Run.Attributes, IAttribute<TValue, TConverter>> attribute,
        Func<Run.Attributes, UpdateValue<TValue, TConverter>> value)
        where TConverter : IAttributeConverter<TValue> => update.Set(attribute(default), value(default));

    public static Update<Run> SetIfNotExists<TValue, TConverter>(
        this Update<Run> update, Func<Run.Attributes, IAttribute<TValue, TConverter>> attribute, TValue value)
        where TConverter : IAttributeConverter<TValue> => update.SetIfNotExists(attribute(default), value);

    public static Update<Run> Add<TValue, TConverter>(
        this Update<Run> update, Func<Run.Attributes, IAttribute<TValue, TConverter>> attribute, TValue value)
        where TValue : INumberBase<TValue>
        where TConverter : IAttributeConverter<TValue> => update.Add(attribute(default), value);

    public static Update<Run> Add<TElement, TElementConverter>(
        this Update<Run> update,
        Func<Run.Attributes, ISetAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => update.Add(attribute(default), elements);

    public static Update<Run> Take<TElement, TElementConverter>(
        this Update<Run> update,
        Func<Run.Attributes, ISetAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => update.Take(attribute(default), elements);

    public static Update<Run> Append<TElement, TElementConverter>(
        this Update<Run> update,
        Func<Run.Attributes, IListAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => update.Append(attribute(default), elements);

    public static Update<Run> Prepend<TElement, TElementConverter>(
        this Update<Run> update,
        Func<Run.Attributes, IListAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => update.Prepend(attribute(default), elements);

    public static Update<Run> Remove(this Update<Run> update, Func<Run.Attributes, IAttribute> attribute)
        => update.Remove(attribute(default));
}
