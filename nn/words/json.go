package words

import "encoding/json"

// MarshalJSON writes the text as {"en": …, "ja": …}, with all languages that there are.
func (t Text) MarshalJSON() ([]byte, error) {
	said := map[Lang]string{}
	for _, lang := range Langs {
		said[lang] = t.In(lang)
	}
	return json.Marshal(said)
}

// UnmarshalJSON reads what MarshalJSON wrote. A language that was not there then is looked up by the English.
func (t *Text) UnmarshalJSON(data []byte) error {
	var said map[Lang]string
	if err := json.Unmarshal(data, &said); err != nil {
		return err
	}
	*t = Build(func(l Lang) string {
		if text, ok := said[l]; ok {
			return text
		}
		return translation(l, said[English])
	})
	return nil
}
