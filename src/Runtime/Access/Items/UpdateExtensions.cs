using System.Numerics;
using System.Runtime.CompilerServices;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Changes of attributes, as lambdas over the generated tokens: <c>runs.Update(key).Set(r => r.Status, status)</c>.</summary>
/// <remarks>
/// The lambdas run once, immediately. The compiler infers their tokens from the interfaces that the item type implements.
/// </remarks>
public static class UpdateExtensions
{
    /// <summary>
    /// Sets an attribute to a value. Null or an empty set removes the attribute, just as a put leaves both out; inside a list or dictionary
    /// both are stored as NULL, if it may hold null, so that elements keep their positions.
    /// </summary>
    /// <exception cref="ArgumentException">The value is null, and the attribute is an element of a list without nulls.</exception>
    public static Update<T> Set<T, TAttributes, TFilter, TUpdatable, TValue, TConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute<TValue, TConverter>> attribute,
        TValue? value)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TConverter : IAttributeConverter<TValue> =>
        update.Self.Set(Of(attribute), value);

    /// <summary>
    /// Sets an attribute to a value. Null removes the attribute; inside a list or dictionary that may hold null, it is stored as NULL.
    /// </summary>
    /// <exception cref="ArgumentException">The value is null, and the attribute is an element of a list without nulls.</exception>
    public static Update<T> Set<T, TAttributes, TFilter, TUpdatable, TValue, TConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute<TValue, TConverter>> attribute,
        TValue? value)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TValue : struct
        where TConverter : IAttributeConverter<TValue> =>
        value is { } some ? update.Self.Set(Of(attribute), some) : update.Self.SetNull(Of(attribute));

    /// <summary>
    /// Sets an attribute to a value that is computed from attributes: <c>r.Steps + 1</c>, <c>r.Best.IfNotExists(0)</c>, <c>r.Other</c>.
    /// </summary>
    [OverloadResolutionPriority(-1)] // so that null is a value, not this delegate
    public static Update<T> Set<T, TAttributes, TFilter, TUpdatable, TValue, TConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute<TValue, TConverter>> attribute,
        Func<TAttributes, UpdateValue<TValue, TConverter>> value)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TConverter : IAttributeConverter<TValue> =>
        update.Self.Set(Of(attribute), Of(value));

    /// <summary>Sets an attribute if the item does not have it yet.</summary>
    public static Update<T> SetIfNotExists<T, TAttributes, TFilter, TUpdatable, TValue, TConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute<TValue, TConverter>> attribute,
        TValue value)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TConverter : IAttributeConverter<TValue> =>
        update.Self.SetIfNotExists(Of(attribute), value);

    /// <summary>Removes an attribute, or an element of a list.</summary>
    public static Update<T> Remove<T, TAttributes, TFilter, TUpdatable>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute> attribute)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new() =>
        update.Self.Remove(Of(attribute));

    /// <summary>Adds to a number. A missing attribute counts as 0.</summary>
    public static Update<T> Add<T, TAttributes, TFilter, TUpdatable, TValue, TConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IAttribute<TValue, TConverter>> attribute,
        TValue value)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TValue : INumberBase<TValue>
        where TConverter : IAttributeConverter<TValue> =>
        update.Self.Add(Of(attribute), value);

    /// <summary>Adds elements to a set; an absent set is made. Without elements, nothing is changed.</summary>
    public static Update<T> Add<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, ISetAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Add(Of(attribute), elements);

    /// <summary>Adds elements to a set; an absent set is made. Without elements, nothing is changed.</summary>
    public static Update<T> Add<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, ISetAttribute<TElement, TElementConverter>> attribute,
        IEnumerable<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Add(Of(attribute), elements);

    /// <summary>Takes elements out of a set. A set that loses its last element is removed. Without elements, nothing is changed.</summary>
    public static Update<T> Take<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, ISetAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Take(Of(attribute), elements);

    /// <summary>Takes elements out of a set. A set that loses its last element is removed. Without elements, nothing is changed.</summary>
    public static Update<T> Take<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, ISetAttribute<TElement, TElementConverter>> attribute,
        IEnumerable<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Take(Of(attribute), elements);

    /// <summary>Adds elements to the end of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public static Update<T> Append<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IListAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Append(Of(attribute), elements);

    /// <summary>Adds elements to the end of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public static Update<T> Append<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IListAttribute<TElement, TElementConverter>> attribute,
        IEnumerable<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Append(Of(attribute), elements);

    /// <summary>Adds elements to the start of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public static Update<T> Prepend<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IListAttribute<TElement, TElementConverter>> attribute,
        params ReadOnlySpan<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Prepend(Of(attribute), elements);

    /// <summary>Adds elements to the start of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public static Update<T> Prepend<T, TAttributes, TFilter, TUpdatable, TElement, TElementConverter>(
        this IConditional<Update<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> update,
        Func<TUpdatable, IListAttribute<TElement, TElementConverter>> attribute,
        IEnumerable<TElement> elements)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
        where TElementConverter : IAttributeConverter<TElement> =>
        update.Self.Prepend(Of(attribute), elements);

    private static TResult Of<TTokens, TResult>(
        Func<TTokens, TResult> lambda, [CallerArgumentExpression(nameof(lambda))] string? name = null)
        where TTokens : class, new()
    {
        ArgumentNullException.ThrowIfNull(lambda, name);
        return lambda(Tokens<TTokens>.Instance);
    }
}
