using System.Numerics;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Changes some attributes of an item. If the item does not exist, it is created with its key and the attributes that the update sets.
/// <c>.If(r => r.Id.Exists())</c> prevents that.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each update. Not safe for concurrent use.
/// </remarks>
public sealed class Update<T> : ExecutableWrite<Update<T>, T>
    where T : IItem<T>
{
    internal Update(TableHandle table, ItemKey<T> key, object? item = null)
        : base(new UpdateItem<T>(table, key, item))
    {
    }

    /// <summary>
    /// Sets an attribute to a value. Null or an empty set removes the attribute, just as a put leaves both out; inside a list or dictionary
    /// both are stored as NULL, if it may hold null, so that elements keep their positions.
    /// </summary>
    /// <exception cref="ArgumentException">The value is null, and the attribute is an element of a list without nulls.</exception>
    public Update<T> Set<TValue, TConverter>(IAttribute<TValue, TConverter> attribute, TValue? value)
        where TConverter : IAttributeConverter<TValue>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (value is null)
            return SetNull(attribute);
        return attribute.Path.Nulls is NullUse.LeftOut && SetValues.IsEmpty(attribute, value)
            ? Remove(attribute)
            : Apply(new SetValueAction<TValue, TConverter>(attribute.Path, value, KeyRules.IndexKeyAt(T.Model, attribute.Path)));
    }

    /// <summary>
    /// Sets an attribute to a value that is computed from attributes: <c>r.Steps + 1</c>, <c>r.Best.IfNotExists(0)</c>, <c>r.Other</c>.
    /// </summary>
    public Update<T> Set<TValue, TConverter>(IAttribute<TValue, TConverter> attribute, UpdateValue<TValue, TConverter> value)
        where TConverter : IAttributeConverter<TValue>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return Apply(SetTo<TValue, TConverter>(attribute.Path, value));
    }

    /// <summary>Sets an attribute if the item does not have it yet.</summary>
    public Update<T> SetIfNotExists<TValue, TConverter>(IAttribute<TValue, TConverter> attribute, TValue value)
        where TConverter : IAttributeConverter<TValue>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (SetValues.IsEmpty(attribute, value))
        {
            throw new ArgumentException(
                $"The set '{attribute.Path}' can't be set to one without elements, because DynamoDB has no empty sets. "
                + "Leave the action out.");
        }

        return Apply(
            SetTo<TValue, TConverter>(attribute.Path, new UpdateOperand<TValue, TConverter>(attribute.Path, value, hasValue: true)));
    }

    /// <summary>Removes an attribute, or an element of a list.</summary>
    public Update<T> Remove(IAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return Apply(new RemoveAction(attribute.Path));
    }

    /// <summary>Adds to a number. A missing attribute counts as 0.</summary>
    public Update<T> Add<TValue, TConverter>(IAttribute<TValue, TConverter> attribute, TValue value)
        where TValue : INumberBase<TValue>
        where TConverter : IAttributeConverter<TValue>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return Apply(new AddAction<TValue, TConverter>(attribute.Path, value));
    }

    /// <summary>Adds elements to a set; an absent set is made. Without elements, nothing is changed.</summary>
    public Update<T> Add<TElement, TElementConverter>(
        ISetAttribute<TElement, TElementConverter> attribute, params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return elements.IsEmpty
            ? ApplyNothing(attribute)
            : Apply(new SetElementsAction<TElement, TElementConverter>(attribute.Path, UpdateClause.Add, Distinct(elements)));
    }

    /// <inheritdoc cref="Add{TElement, TElementConverter}(ISetAttribute{TElement, TElementConverter}, ReadOnlySpan{TElement})"/>
    public Update<T> Add<TElement, TElementConverter>(ISetAttribute<TElement, TElementConverter> attribute, IEnumerable<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => Add(attribute, (ReadOnlySpan<TElement>)elements.ToArray());

    /// <summary>Takes elements out of a set. A set that loses its last element is removed. Without elements, nothing is changed.</summary>
    public Update<T> Take<TElement, TElementConverter>(
        ISetAttribute<TElement, TElementConverter> attribute, params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return elements.IsEmpty
            ? ApplyNothing(attribute)
            : Apply(new SetElementsAction<TElement, TElementConverter>(attribute.Path, UpdateClause.Delete, Distinct(elements)));
    }

    /// <inheritdoc cref="Take{TElement, TElementConverter}(ISetAttribute{TElement, TElementConverter}, ReadOnlySpan{TElement})"/>
    public Update<T> Take<TElement, TElementConverter>(ISetAttribute<TElement, TElementConverter> attribute, IEnumerable<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => Take(attribute, (ReadOnlySpan<TElement>)elements.ToArray());

    /// <summary>Adds elements to the end of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public Update<T> Append<TElement, TElementConverter>(
        IListAttribute<TElement, TElementConverter> attribute, params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return elements.IsEmpty
            ? ApplyNothing(attribute)
            : Apply(new AppendAction<TElement, TElementConverter>(attribute.Path, elements.ToArray(), atStart: false));
    }

    /// <inheritdoc cref="Append{TElement, TElementConverter}(IListAttribute{TElement, TElementConverter}, ReadOnlySpan{TElement})"/>
    public Update<T> Append<TElement, TElementConverter>(
        IListAttribute<TElement, TElementConverter> attribute, IEnumerable<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => Append(attribute, (ReadOnlySpan<TElement>)elements.ToArray());

    /// <summary>Adds elements to the start of a list; an absent list is made. Without elements, nothing is changed.</summary>
    public Update<T> Prepend<TElement, TElementConverter>(
        IListAttribute<TElement, TElementConverter> attribute, params ReadOnlySpan<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement>
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return elements.IsEmpty
            ? ApplyNothing(attribute)
            : Apply(new AppendAction<TElement, TElementConverter>(attribute.Path, elements.ToArray(), atStart: true));
    }

    /// <inheritdoc cref="Prepend{TElement, TElementConverter}(IListAttribute{TElement, TElementConverter}, ReadOnlySpan{TElement})"/>
    public Update<T> Prepend<TElement, TElementConverter>(
        IListAttribute<TElement, TElementConverter> attribute, IEnumerable<TElement> elements)
        where TElementConverter : IAttributeConverter<TElement> => Prepend(attribute, (ReadOnlySpan<TElement>)elements.ToArray());

    /// <summary>Has the response hold the item as it is after the update.</summary>
    public Update<T> ReturnNew() => Return(ReturnedItem.New);

    /// <summary>Returns the updated attributes as they were before the update; see <see cref="ExecuteAsync{TPart}"/>.</summary>
    public Update<T> ReturnUpdatedOld() => Return(ReturnedItem.UpdatedOld);

    /// <summary>Returns the updated attributes as they are after the update; see <see cref="ExecuteAsync{TPart}"/>.</summary>
    public Update<T> ReturnUpdatedNew() => Return(ReturnedItem.UpdatedNew);

    /// <summary>Sends the update, and reads the returned attributes as a smaller type.</summary>
    /// <typeparam name="TPart">
    /// A type that has the returned attributes: a nested type, or an item type that does not have items of its own in the table.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">The type has items of its own in the table. Nothing is sent.</exception>
    /// <inheritdoc cref="ExecutableWrite{TSelf, T}.ExecuteAsync"/>
    public Task<ItemResult<TPart>> ExecuteAsync<TPart>(CancellationToken cancellationToken = default)
        where TPart : IDynamoMap<TPart>
    {
        T.Model.ThrowIfApart<TPart>();
        return SendAsync<TPart>(cancellationToken);
    }

    /// <summary>Sets an attribute to null.</summary>
    internal Update<T> SetNull<TValue, TConverter>(IAttribute<TValue, TConverter> attribute)
        where TConverter : IAttributeConverter<TValue>
    {
        var path = attribute.Path;
        var use = NullForm<TValue, TConverter>.IsStored ? NullUse.Stored : path.Nulls;
        return use switch
        {
            NullUse.Stored => Apply(new SetStoredAction(path, "{\"NULL\":true}"u8.ToArray())),
            NullUse.Refused => throw new ArgumentException(
                $"'{path}' can't be set to null: the elements of the list are not nullable. "
                + "Make them nullable, or take the element out with Remove(), which moves those after it."),
            _ => Remove(attribute),
        };
    }

    private static SetAction<TValue, TConverter> SetTo<TValue, TConverter>(AttributePath path, UpdateValue<TValue, TConverter> value)
        where TConverter : IAttributeConverter<TValue>
        => new(path, value, KeyRules.IndexKeyAt(T.Model, path));

    /// <summary>DynamoDB refuses a set with duplicates. Adding or removing an element twice is the same as doing it once.</summary>
    private static TElement[] Distinct<TElement>(ReadOnlySpan<TElement> elements) =>
        elements.Length == 1 ? [elements[0]] : [.. elements.ToArray().Distinct(SetComparer<TElement>.Instance)];

    private Update<T> Apply(UpdateAction action)
    {
        ((UpdateItem<T>)Request).Add(action);
        return this;
    }

    private Update<T> ApplyNothing(IAttribute attribute)
    {
        ((UpdateItem<T>)Request).AddNothing(attribute.Path);
        return this;
    }
}
