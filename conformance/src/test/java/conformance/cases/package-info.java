/** The cases of the conformance kit, by the rows of the contract. */
package conformance.cases;
