using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Stands for a set (SS, NS, BS) attribute: elements can be added and removed without reading it.</summary>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <typeparam name="TElementConverter">Writes and reads one element as a value of its own (S, N or B).</typeparam>
public interface ISetAttribute<TElement, TElementConverter> : IAttribute
    where TElementConverter : IAttributeConverter<TElement>;
